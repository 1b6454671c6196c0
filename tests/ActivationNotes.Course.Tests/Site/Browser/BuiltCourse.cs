namespace ActivationNotes.Course.Tests.Site.Browser;

/// <summary>The course's own site as the command line built it; the variable COURSE_SITE names another folder.</summary>
public sealed class BuiltCourse()
    : TestedSite(Environment.GetEnvironmentVariable("COURSE_SITE") is { Length: > 0 } named ? named : Workspace.Find(AppContext.BaseDirectory).Site)
{
    /// <inheritdoc/>
    public override void Require()
    {
        if (File.Exists(Path.Combine(Folder, "index.html"))) return;
        Assert.False(Environment.GetEnvironmentVariable("REQUIRE_BROWSER") == "1", $"There is no site in {Folder}: build it with dotnet run --project lib/ActivationNotes.Course.");
        Assert.Skip($"There is no site in {Folder}.");
    }
}
