using System.Text.Json.Nodes;
using ActivationNotes.Testing;

namespace ActivationNotes.Course.Tests.Commands;

/// <summary>A lesson that measures times, beside other work on every processor.</summary>
[Collection(nameof(Alone))]
public sealed class BusyMachineTests
{
    private const string Lesson = "04-exp-is-expensive";

    [Fact]
    public async Task Lesson_04_is_convincing_beside_other_work_on_all_processors()
    {
        using var course = CourseFolder.WithLessons();
        CommandResult result;
        using (new OtherWork(Environment.ProcessorCount)) result = await course.InvokeAsync("run", course.Notebook(Lesson));
        Assert.True(result.Code == 0, result.Output + result.Error);
        TimedLesson.AssertConvincing(JsonNode.Parse(course.ExecutedText(Lesson))!);
    }

    // Each thread goes over memory and computes, as a compiler does.
    private sealed class OtherWork : IDisposable
    {
        private readonly Thread[] _threads;
        private volatile bool _ended;

        public OtherWork(int threads)
        {
            _threads = [.. Enumerable.Range(0, threads).Select(_ => new Thread(Work) { IsBackground = true })];
            foreach (var thread in _threads) thread.Start();
        }

        public void Dispose()
        {
            _ended = true;
            foreach (var thread in _threads) thread.Join();
        }

        private void Work()
        {
            var numbers = new double[1 << 18];
            while (!_ended)
                for (var i = 1; i < numbers.Length; i++) numbers[i] = Math.Sqrt(numbers[i - 1] + i);
        }
    }
}
