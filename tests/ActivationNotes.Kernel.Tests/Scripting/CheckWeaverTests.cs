namespace ActivationNotes.Kernel.Tests.Scripting;

/// <summary>The checks that the kernel puts into compiled cells change nothing of what the cells mean.</summary>
public sealed class CheckWeaverTests(TestClient client) : IClassFixture<TestClient>
{
    private const string SomeNumbers = "IEnumerable<int> Some() { try { for (var i = 0; i < 3; i++) yield return i; } finally { ended++; } }\n";

    [Theory]
    [InlineData("an expression tree", "System.Linq.Expressions.Expression<Func<int, int>> tree = x => x * 2;\ntree.ToString()", "x => (x * 2)")]
    [InlineData("the text of an argument", "string Text(object value, [System.Runtime.CompilerServices.CallerArgumentExpression(nameof(value))] string text = \"\") => text;\nText(1 + 2)", "1 + 2")]
    [InlineData("an iterator with a finally", "var ended = 0; " + SomeNumbers + "$\"{Some().Sum()} {Some().First()} {ended}\"", "3 0 2")]
    [InlineData("a filter", "int Caught() { var n = 0; while (true) try { if (n++ > 2) return n; throw new Exception(); } catch (Exception) when (n < 9) { continue; } finally { n += 10; } }\nCaught()", "12")]
    [InlineData("a filter that calls a function", "bool Small(int n) => n < 3; int Tries() { var n = 0; while (true) { try { n++; throw new Exception(); } catch (Exception) when (Small(n)) { } catch (Exception) { return n; } } }\nTries()", "3")]
    [InlineData("nested blocks that begin together", "string log = \"\"; foreach (var i in new[] { 1, 2 }) try { try { try { if (i == 2) throw new Exception(); log += i; } finally { log += \"a\"; } } catch { log += \"b\"; } } finally { log += \"c\"; }\nlog", "1acabc")]
    [InlineData("a switch over texts", "int Which(string s) { switch (s) { case \"a\": return 1; case \"b\": return 2; case \"c\": return 3; case \"d\": return 4; case \"e\": return 5; case \"f\": return 6; case \"g\": return 7; default: goto case \"c\"; } }\nWhich(\"z\")", "3")]
    [InlineData("a switch table that jumps back", "int State() { var n = 0; var state = 0; again: n++; switch (state) { case 0: state = 1; goto again; case 1: state = 2; goto again; case 2: state = 3; goto again; case 3: return n; default: return -1; } }\nState()", "4")]
    [InlineData("a switch expression", "string Size(object o) => o switch { int n and > 9 => \"large\", int => \"small\", string { Length: 0 } => \"empty\", null => \"null\", _ => \"other\" };\nstring.Join(' ', new object[] { 10, 1, \"\", null, 2.0 }.Select(Size))", "large small empty null other")]
    [InlineData("spans", "static int Sum(ReadOnlySpan<int> all) { var sum = 0; foreach (ref readonly var each in all) sum += each; return sum; }\nSum([1, 2, 3])", "6")]
    [InlineData("pointers", "unsafe int Last(int[] all) { fixed (int* start = all) { var at = start; while (*at != 0) at++; return (int)(at - start); } }\nLast([5, 6, 0])", "2")]
    [InlineData("generic functions and classes", "class Stack<T> where T : IComparable<T> { readonly List<T> all = []; public Stack<T> Push(T one) { all.Add(one); return this; } public T Most() { var most = all[0]; foreach (var each in all) if (each.CompareTo(most) > 0) most = each; return most; } public IEnumerable<U> As<U>(Func<T, U> to) { foreach (var each in all) yield return to(each); } }\nT Id<T>(T one) { for (var i = 0; i < 2; i++) one = one; return one; }\n$\"{new Stack<int>().Push(3).Push(7).Most()} {Id(\"x\")} {new Stack<string>().Push(\"ab\").As(each => each.Length).Single()}\"", "7 x 2")]
    [InlineData("static local functions", "static long Factorial(int n) { return Times(n); static long Times(int m) => m < 2 ? 1 : m * Times(m - 1); }\nFactorial(10)", "3628800")]
    [InlineData("asynchronous functions", "var ended = 0; " + SomeNumbers + "async Task<int> Later() { var n = 0; foreach (var i in Some()) { try { await Task.Yield(); n += i; } finally { await Task.Yield(); } } return n; }\nawait Later()", "3")]
    [InlineData("an asynchronous lambda", "Func<int, Task<int>> twice = async n => { for (var i = 0; i < 2; i++) { await Task.Yield(); n++; } return n; };\n(await Task.WhenAll(Enumerable.Range(0, 3).Select(twice))).Sum()", "9")]
    [InlineData("an asynchronous sequence", "async IAsyncEnumerable<int> Numbers() { for (var i = 0; i < 3; i++) { await Task.Yield(); yield return i; } }\nvar sum = 0; await foreach (var number in Numbers()) sum += number;\nsum", "3")]
    [InlineData("a wait with a result", "var event_ = new System.Threading.ManualResetEvent(false); $\"{event_.WaitOne(1)} {Task.WaitAll([Task.CompletedTask], 10)} {Task.CompletedTask.Wait(5)}\"", "False True True")]
    [InlineData("records and operators", "record struct Point(int X, int Y) { public static Point operator +(Point a, Point b) => new(a.X + b.X, a.Y + b.Y); }\n(new Point(1, 2) + new Point(3, 4)).ToString()", "Point { X = 4, Y = 6 }")]
    [InlineData("a long loop", "int Long(int n) { for (var i = 0; ; i++) { " + Filler + " if (i == n) return i; } }\nLong(5)", "5")]
    public void What_the_compiler_treats_in_its_own_way_keeps_its_meaning(string kind, string code, string expected)
    {
        var reply = client.Execute(code);
        Assert.True((string?)reply["status"] == "ok", $"{kind}: {client.Stream("stderr")}{reply["evalue"]}");
        Assert.Equal(expected, client.Result("text/plain"));
    }

    [Theory]
    [InlineData("int Fails(int n)\n{\n    for (var i = 0; ; i++)\n        if (i == n) throw new InvalidOperationException();\n}\nFails(3);", 4)]
    [InlineData("IEnumerable<int> Fails()\n{\n    while (true)\n    {\n        yield return 1;\n        throw new InvalidOperationException();\n    }\n}\nFails().Count()", 6)]
    [InlineData("async Task Fails()\n{\n    await Task.Yield();\n    throw new InvalidOperationException();\n}\nawait Fails();", 4)]
    [InlineData("var n = 0;\nwhile (true)\n{\n    n++;\n    if (n > 3) throw new InvalidOperationException();\n}", 5)]
    public void The_line_of_an_error_is_that_of_the_cell(string code, int line)
    {
        Assert.Equal(line, (int?)client.Execute(code)["line"]);
    }

    // More than a short branch reaches.
    private const string Filler = "n += 0; n += i - i; n += i * 0; n ^= 0; n += i - i; n += i * 0; n ^= 0; n += i - i; n += i * 0; n ^= 0; n += i - i; n += i * 0; n ^= 0; n += i - i; n += i * 0; n ^= 0; n += i - i; n += i * 0; n ^= 0;"
        + " n += i - i; n += i * 0; n ^= 0; n += i - i; n += i * 0; n ^= 0; n += i - i; n += i * 0; n ^= 0; n += i - i; n += i * 0; n ^= 0; n += i - i; n += i * 0; n ^= 0; n += i - i; n += i * 0; n ^= 0; n += i - i; n += i * 0; n ^= 0;";
}
