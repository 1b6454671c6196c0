using ActivationNotes.Lessons;

namespace ActivationNotes.Tests.Lessons;

public sealed class AnswerCheckTests
{
    private static readonly NumberCheck s_number = new(() => -2, 0.01, "hint");
    private static readonly FunctionCheck s_function = new(Math.Exp, [0, 1, -700], 1e-12, "hint");
    private static readonly ChoiceCheck s_choice = new(() => "below one", ["below one", "exactly one", "above one"], "hint");

    [Theory]
    [InlineData(-2.0)]
    [InlineData(-2.01999)]
    public void A_number_within_the_tolerance_is_right(double answer) => Assert.Null(s_number.ProblemOf(answer));

    [Theory]
    [InlineData(-2.03, "too small")]
    [InlineData(5, "too large")]
    [InlineData(2, "sign")]
    [InlineData(double.NaN, "Not answered yet")]
    [InlineData(double.PositiveInfinity, "finite")]
    public void A_wrong_number_hears_in_which_way(double answer, string problem) =>
        Assert.Contains(problem, s_number.ProblemOf(answer), StringComparison.Ordinal);

    [Fact]
    public void A_function_that_agrees_everywhere_is_right() => Assert.Null(s_function.ProblemOf(x => 1 / Math.Exp(-x)));

    [Fact]
    public void A_wrong_function_hears_the_point_but_not_the_value()
    {
        var problem = s_function.ProblemOf(x => 1 + x);
        Assert.Contains("at x = 1 your function gives 2", problem, StringComparison.Ordinal);
        Assert.DoesNotContain("2.71", problem, StringComparison.Ordinal);
    }

    [Fact]
    public void A_function_that_throws_is_a_wrong_answer_with_its_message() =>
        Assert.Contains("InvalidOperationException: broken", s_function.ProblemOf(_ => throw new InvalidOperationException("broken")), StringComparison.Ordinal);

    [Fact]
    public void No_function_at_all_is_not_an_answer_yet() => Assert.Contains("Not answered yet", s_function.ProblemOf(null!), StringComparison.Ordinal);

    [Theory]
    [InlineData("Below one ", null)]
    [InlineData("exactly one", "not the right one")]
    [InlineData("zero", "not offered")]
    [InlineData("", "Not answered yet")]
    public void A_choice_is_one_of_the_offered_words(string answer, string? problem)
    {
        if (problem is null) Assert.Null(s_choice.ProblemOf(answer));
        else Assert.Contains(problem, s_choice.ProblemOf(answer), StringComparison.Ordinal);
    }
}
