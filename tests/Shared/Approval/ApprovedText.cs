using System.Reflection;
using PublicApiGenerator;

namespace ActivationNotes.Testing.Approval;

/// <summary>Text that a person has read and accepted, kept in the folder Approved of a test project.</summary>
public static class ApprovedText
{
    /// <summary>Fails when the public API of a library is not the approved one, <c>Approved/{name of the library}.txt</c>.</summary>
    public static void AssertPublicApi(Assembly library)
    {
        var name = library.GetName().Name!;
        AssertEqual(name, library.GeneratePublicApi(new ApiGeneratorOptions { IncludeAssemblyAttributes = false }));
    }

    /// <summary>Fails when a text is not the approved one; the message shows the first difference and how to accept it.</summary>
    /// <param name="name">The approved file's name without its extension.</param>
    /// <param name="text">The text of today.</param>
    public static void AssertEqual(string name, string text)
    {
        var approved = Path.Combine(Repository.Root, "tests", Assembly.GetExecutingAssembly().GetName().Name!, "Approved", name + ".txt");
        var received = Path.Combine(AppContext.BaseDirectory, "Approved", name + ".received.txt");
        string[] today = Lines(text), accepted = File.Exists(approved) ? Lines(File.ReadAllText(approved)) : [];
        if (today.SequenceEqual(accepted, StringComparer.Ordinal))
        {
            // A folder that never held a received text does not exist, and deleting in it would throw.
            if (File.Exists(received)) File.Delete(received);
            return;
        }

        Directory.CreateDirectory(Path.GetDirectoryName(received)!);
        File.WriteAllText(received, string.Join('\n', today) + "\n");
        var first = Enumerable.Range(0, Math.Max(today.Length, accepted.Length)).First(i => At(today, i) != At(accepted, i));
        Assert.Fail($"{name} differs from what was approved, first at line {first + 1}:\n- {At(accepted, first)}\n+ {At(today, first)}\n"
            + $"If the change is meant, say so in CHANGELOG.md and accept it:\ncp '{received}' '{approved}'");
    }

    private static string[] Lines(string text) => text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    private static string At(string[] lines, int index) => index < lines.Length ? lines[index] : "(end)";
}
