using System.Text.Json.Nodes;
using ActivationNotes.Lessons;
using ActivationNotes.Rendering;

namespace ActivationNotes.Tests.Lessons;

public sealed class ExerciseTests
{
    [Fact]
    public void An_unknown_exercise_lists_the_known_ones()
    {
        var error = Assert.Throws<ArgumentException>(() => Exercise.Check("09-z", 1.0));
        Assert.All(Exercise.Ids, id => Assert.Contains(id, error.Message, StringComparison.Ordinal));
    }

    [Fact]
    public void An_answer_of_the_wrong_kind_says_what_is_asked_for()
    {
        var error = Assert.Throws<ArgumentException>(() => Exercise.Check("01-a", "a quarter"));
        Assert.Contains("asks for a number", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_right_answer_passes_and_carries_no_hint()
    {
        var result = Exercise.Check("01-a", 0.10499358540350662);
        Assert.True(result.Passed);
        Assert.Equal("Right.", result.Message);
        Assert.Empty(result.Hint);
    }

    [Fact]
    public void A_wrong_answer_gets_a_hint_and_never_the_answer()
    {
        var result = Exercise.Check("01-a", 0.2);
        Assert.False(result.Passed);
        Assert.NotEmpty(result.Hint);
        Assert.DoesNotContain("0.10", result.ToString() + result.ToHtml(), StringComparison.Ordinal);
    }

    [Fact]
    public void No_stub_passes_by_accident()
    {
        foreach (var id in Exercise.Ids)
        {
            var unanswered = new Func<ExerciseResult>[]
            {
                () => Exercise.Check(id, double.NaN),
                () => Exercise.Check(id, _ => double.NaN),
                () => Exercise.Check(id, ""),
            };
            var results = unanswered.Select(Attempt).OfType<ExerciseResult>().ToArray();
            Assert.False(Assert.Single(results).Passed, id);
        }
    }

    [Fact]
    public void Data_for_the_site_says_what_the_result_says()
    {
        var json = JsonNode.Parse(((IRichOutput)Exercise.Check("01-a", 0.2)).Render(MimeTypes.Exercise)!)!;
        Assert.Equal("01-a", (string?)json["exercise"]);
        Assert.False((bool)json["passed"]!);
        Assert.Equal("Not yet: your number is too large.", (string?)json["message"]);
    }

    private static ExerciseResult? Attempt(Func<ExerciseResult> check)
    {
        try
        {
            return check();
        }
        catch (ArgumentException)
        {
            return null;
        }
    }
}
