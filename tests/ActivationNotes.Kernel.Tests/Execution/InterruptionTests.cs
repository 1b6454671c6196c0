using System.Diagnostics;
using System.Globalization;

namespace ActivationNotes.Kernel.Tests.Execution;

/// <summary>Every kind of cell can be interrupted as often as a reader likes, all of them in one kernel.</summary>
public sealed class InterruptionTests(TestClient client) : IClassFixture<TestClient>
{
    private const int Times = 10;
    private static readonly TimeSpan s_limit = TimeSpan.FromSeconds(2);

    [Theory]
    [InlineData("a loop", "while (true) { }")]
    [InlineData("a loop over numbers", "double sum = 0; for (long i = 0; i < long.MaxValue; i++) sum += i;")]
    [InlineData("a jump", "again: goto again;")]
    [InlineData("a loop in a function", "int Turn() { var n = 0; do n++; while (true); }\nTurn()")]
    [InlineData("recursion", "long Fib(long n) => n < 2 ? n : Fib(n - 1) + Fib(n - 2);\nFib(60)")]
    [InlineData("recursion of a lambda", "Func<long, long> fib = null; fib = n => n < 2 ? n : fib(n - 1) + fib(n - 2);\nfib(60)")]
    [InlineData("recursion of a class", "class Tree { public long Count(int depth) => depth == 0 ? 1 : Count(depth - 1) + Count(depth - 1); }\nnew Tree().Count(60)")]
    [InlineData("LINQ", "Enumerable.Range(0, int.MaxValue).SelectMany(i => Enumerable.Range(0, int.MaxValue)).Aggregate((a, b) => a ^ b)")]
    [InlineData("LINQ with a function of its own", "int Mix(int a, int b) => a * 31 ^ b;\nEnumerable.Repeat(1, int.MaxValue).Concat(Enumerable.Repeat(1, int.MaxValue)).Concat(Enumerable.Repeat(1, int.MaxValue)).Aggregate(Mix)")]
    [InlineData("an endless sequence", "IEnumerable<int> Endless() { while (true) yield return 1; }\nEndless().Count(x => x > 1)")]
    [InlineData("allocation", "while (true) GC.KeepAlive(new byte[100_000]);")]
    [InlineData("sleep", "System.Threading.Thread.Sleep(-1);")]
    [InlineData("a lock", "var held = new object(); var other = new System.Threading.Thread(() => { lock (held) System.Threading.Thread.Sleep(-1); }); other.Start(); System.Threading.Thread.Sleep(20); lock (held) { }")]
    [InlineData("a wait for many tasks", "Task.WaitAll(Enumerable.Range(0, 300).Select(_ => Task.Run(() => System.Threading.Thread.Sleep(-1))).ToArray());")]
    [InlineData("loops of other threads", "new System.Threading.Thread(() => { while (true) { } }).Start(); Task.Run(() => { while (true) { } }).Wait();")]
    [InlineData("parallel loops", "Parallel.For(0, 100, _ => { while (true) { } });")]
    [InlineData("a loop that catches everything", "while (true) try { System.Threading.Thread.Sleep(-1); } catch { }")]
    [InlineData("loops inside a try that catches everything", "while (true) try { while (true) { } } catch { } finally { }")]
    [InlineData("a text that blocks", "class Slow { public override string ToString() { System.Threading.Thread.Sleep(-1); return \"\"; } }\nnew Slow()")]
    [InlineData("a text that loops", "class Slow { public string ToHtml() { while (true) { } } }\nnew Slow()")]
    [InlineData("a message that blocks", "class Slow : Exception { public override string Message { get { System.Threading.Thread.Sleep(-1); return \"\"; } } }\nthrow new Slow();")]
    [InlineData("a static initialiser", "class Start { public static readonly int Value = Compute(); static int Compute() { while (true) { } } }\nStart.Value")]
    [InlineData("an await", "await Task.Delay(-1);")]
    [InlineData("a loop after an await", "await Task.Yield(); while (true) { }")]
    [InlineData("an await in a loop", "while (true) await Task.Yield();")]
    [InlineData("a wait for what was told to end", "Interrupted.Register(() => System.Threading.Thread.Sleep(-1)); while (true) { }")]
    public void A_cell_ends_soon_however_often_it_is_interrupted_and_earlier_cells_stay(string kind, string code)
    {
        client.Execute("var kept = new List<int>();");
        for (var time = 1; time <= Times; time++)
        {
            var running = client.Begin(code);
            var watch = Stopwatch.StartNew();
            Assert.Equal("ok", (string?)client.Request("interrupt_request", [], control: true)["status"]);
            var reply = client.Finish(running);
            Assert.True((string?)reply["ename"] == "KeyboardInterrupt", $"{kind}: {reply.ToJsonString()}");
            Assert.Equal("The cell was interrupted.", (string?)reply["evalue"]);
            Assert.InRange(watch.Elapsed, TimeSpan.Zero, s_limit);
            client.Execute($"kept.Add({time}); await Task.Run(() => kept.Sum())");
            Assert.Equal((time * (time + 1) / 2).ToString(CultureInfo.InvariantCulture), client.Result("text/plain"));
        }
    }

    [Fact]
    public void What_goes_on_inside_a_library_is_left_behind_with_a_word_and_runs_no_statement_after_it()
    {
        using var own = new TestClient();
        own.Execute("""
            var kept = 5; var after = false;
            bool Match(int length) => System.Text.RegularExpressions.Regex.IsMatch(new string('a', length) + "!", "^(a+)+$");
            var length = 12;
            var watch = new System.Diagnostics.Stopwatch();
            for (; watch.Elapsed.TotalSeconds < 0.6; length++) { watch.Restart(); Match(length); }
            """);
        // Each letter doubles the time, so this takes 2.4 seconds or more on a machine of any speed.
        var running = own.Begin("Match(length + 1); after = true; Console.WriteLine(\"late\");");
        var watch = Stopwatch.StartNew();
        own.Request("interrupt_request", [], control: true);
        var reply = own.Finish(running);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, 2 * s_limit);
        Assert.Equal("KeyboardInterrupt", (string?)reply["ename"]);
        Assert.Contains("restart the kernel", (string?)reply["evalue"], StringComparison.Ordinal);
        Assert.Equal((string?)reply["evalue"], (string?)own.Single("error")["evalue"]);
        // Long enough for the call to come to its end, at which the rest of the cell must not run.
        own.Execute("Match(length + 1); System.Threading.Thread.Sleep(watch.Elapsed);");
        own.Execute("kept + \" \" + after");
        Assert.Equal("5 False", own.Result("text/plain"));
        Assert.DoesNotContain(own.Others, message => ((string?)message.Content["text"] ?? "").Contains("late", StringComparison.Ordinal));
    }
}
