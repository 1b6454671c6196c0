namespace ActivationNotes.Lessons;

/// <summary>
/// The exercises of the course. A reader's answer is compared with one that the library computes; the result says whether
/// it is right and, when it is not, what to look at. It never shows the answer.
/// </summary>
public static class Exercise
{
    private static readonly Dictionary<string, IAnswerCheck> s_checks =
        new IReadOnlyDictionary<string, IAnswerCheck>[]
            {
                Lesson00Exercises.Checks,
                Lesson01Exercises.Checks,
                Lesson02Exercises.Checks,
                Lesson03Exercises.Checks,
                Lesson04Exercises.Checks,
                Lesson05Exercises.Checks,
            }
            .SelectMany(lesson => lesson).ToDictionary(pair => pair.Key, pair => pair.Value, StringComparer.Ordinal);

    /// <summary>The ids of all exercises, "01-a" and so on, in order.</summary>
    public static IReadOnlyList<string> Ids { get; } = [.. s_checks.Keys.Order(StringComparer.Ordinal)];

    /// <summary>What an exercise asks of the reader.</summary>
    /// <param name="id">The exercise, such as "01-a".</param>
    /// <exception cref="ArgumentException">There is no such exercise.</exception>
    public static ExerciseKind KindOf(string id) => Find(id).Kind;

    /// <summary>Checks a number.</summary>
    /// <param name="id">The exercise, such as "01-a".</param>
    /// <param name="answer">NaN stands for "not answered yet".</param>
    /// <exception cref="ArgumentException">There is no such exercise, or it asks for something else than a number.</exception>
    public static ExerciseResult Check(string id, double answer) => Check<double>(id, answer, "a number");

    /// <summary>Checks a function of one variable at points the reader does not see.</summary>
    /// <param name="id">The exercise, such as "01-b".</param>
    /// <param name="answer">What the reader wrote; it may throw, and that is reported as a wrong answer.</param>
    /// <exception cref="ArgumentException">There is no such exercise, or it asks for something else than a function.</exception>
    public static ExerciseResult Check(string id, Func<double, double> answer) => Check<Func<double, double>>(id, answer, "a function from double to double");

    /// <summary>Checks a prediction, chosen from the words that the exercise offers.</summary>
    /// <param name="id">The exercise, such as "01-c".</param>
    /// <param name="answer">One of the offered words; case does not matter, and empty stands for "not answered yet".</param>
    /// <exception cref="ArgumentException">There is no such exercise, or it asks for something else than a choice.</exception>
    public static ExerciseResult Check(string id, string answer) => Check<string>(id, answer, "one of the offered words");

    private static ExerciseResult Check<T>(string id, T answer, string kind)
    {
        var check = Find(id);
        if (check is not IAnswerCheck<T> typed)
            throw new ArgumentException($"Exercise {id} asks for {check.Expects}, and this is {kind}.", nameof(answer));
        var problem = typed.ProblemOf(answer);
        return new ExerciseResult(id, problem is null, problem ?? "Right.", problem is null ? "" : check.Hint);
    }

    internal static IAnswerCheck Find(string id) => s_checks.TryGetValue(id, out var check)
        ? check
        : throw new ArgumentException($"There is no exercise \"{id}\". The exercises are {string.Join(", ", Ids)}.", nameof(id));
}
