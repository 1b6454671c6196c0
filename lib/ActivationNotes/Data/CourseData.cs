namespace ActivationNotes.Data;

/// <summary>Where the course keeps its data: the folder <c>data</c> at the top of the repository.</summary>
public static class CourseData
{
    /// <summary>
    /// The full path of a file of the data folder. The folder is looked for from this library upwards, then from the working
    /// folder upwards, so a lesson finds it wherever its kernel was started.
    /// </summary>
    /// <param name="fileName">Name of the file, for example <c>digits.csv</c>.</param>
    /// <exception cref="FileNotFoundException">No <c>data</c> folder on the way up holds the file.</exception>
    public static string PathOf(string fileName)
    {
        ArgumentException.ThrowIfNullOrWhiteSpace(fileName);
        string[] starts = [Path.GetDirectoryName(typeof(CourseData).Assembly.Location) ?? "", Directory.GetCurrentDirectory()];
        foreach (var start in starts.Where(start => start.Length > 0))
            for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
                if (Path.Combine(folder.FullName, "data", fileName) is var candidate && File.Exists(candidate))
                    return candidate;
        throw new FileNotFoundException(
            $"The course's data file '{fileName}' was not found in a folder 'data' above {string.Join(" or ", starts.Where(start => start.Length > 0))}. "
            + "Open the notebook from inside the repository.", fileName);
    }
}
