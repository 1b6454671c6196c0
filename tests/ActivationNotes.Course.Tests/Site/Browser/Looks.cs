namespace ActivationNotes.Course.Tests.Site.Browser;

/// <summary>The looks at all pages of one site. Reading a page to its end takes seconds, so it is done once, for the first test that asks.</summary>
public sealed class Looks
{
    private Task<IReadOnlyList<Look>>? _taken;

    /// <summary>The looks; takes them if that was not yet done.</summary>
    public Task<IReadOnlyList<Look>> TakenAsync(Func<Task<IReadOnlyList<Look>>> take) => _taken ??= take();
}
