namespace ActivationNotes.Course.Sessions;

/// <summary>The folders Jupyter keeps its data in, in the order it searches them (as jupyter_core does, without Python).</summary>
public static class JupyterPaths
{
    /// <summary>The reader's own folder.</summary>
    public static string User()
    {
        if (Variable("JUPYTER_DATA_DIR") is { } chosen) return chosen;
        var home = Environment.GetFolderPath(Environment.SpecialFolder.UserProfile);
        if (OperatingSystem.IsWindows()) return Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.ApplicationData), "jupyter");
        return OperatingSystem.IsMacOS()
            ? Path.Combine(home, "Library", "Jupyter")
            : Path.Combine(Variable("XDG_DATA_HOME") ?? Path.Combine(home, ".local", "share"), "jupyter");
    }

    /// <summary>The folder of everybody on this machine.</summary>
    public static string System() => OperatingSystem.IsWindows()
        ? Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.CommonApplicationData), "jupyter")
        : "/usr/local/share/jupyter";

    /// <summary>All folders, the most specific first.</summary>
    public static IReadOnlyList<string> Data()
    {
        var paths = new List<string>();
        if (Variable("JUPYTER_PATH") is { } path) paths.AddRange(path.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries));
        paths.Add(User());
        foreach (var environment in new[] { Variable("VIRTUAL_ENV"), Variable("CONDA_PREFIX") })
        {
            if (environment is not null) paths.Add(Path.Combine(environment, "share", "jupyter"));
        }

        paths.Add(System());
        if (!OperatingSystem.IsWindows()) paths.Add("/usr/share/jupyter");
        return [.. paths.Distinct()];
    }

    private static string? Variable(string name) => Environment.GetEnvironmentVariable(name) is { Length: > 0 } value ? value : null;
}
