using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;

namespace ActivationNotes.Kernel.Scripting;

/// <summary>
/// Restores packages as a project would: through the sources this machine is configured for, by the SDK's own restore.
/// All packages of a session are restored together, so that they agree on what they share. Results are kept per user.
/// </summary>
/// <param name="folder">The notebook's folder: its nuget.config counts.</param>
/// <param name="cacheFolder">Where results are kept.</param>
internal sealed class PackageRestorer(string folder, string cacheFolder)
{
    private readonly SortedDictionary<string, PackageName> _packages = new(StringComparer.OrdinalIgnoreCase);
    private readonly List<string> _sources = [];
    private RestoredPackages? _latest;

    /// <summary>The folder results are kept in when nobody names another.</summary>
    public static string DefaultCacheFolder => Path.Combine(
        Environment.GetFolderPath(Environment.SpecialFolder.LocalApplicationData, Environment.SpecialFolderOption.DoNotVerify) is { Length: > 0 } local
            ? local : Path.GetTempPath(),
        "ActivationNotes", "packages");

    /// <summary>Looks in a further place as well.</summary>
    public void AddSource(string source)
    {
        if (!_sources.Contains(source)) _sources.Add(source);
    }

    /// <summary>Restores a package together with those of earlier calls.</summary>
    /// <param name="package">What is asked for.</param>
    /// <param name="interruption">Ends the restore and all it started.</param>
    /// <exception cref="PackageException">A source refused it, or there is no SDK.</exception>
    /// <exception cref="OperationCanceledException">It was interrupted.</exception>
    public RestoredPackages Restore(PackageName package, CancellationToken interruption)
    {
        if (_latest is not null && _packages.TryGetValue(package.Name, out var known) && (known == package || package.Version == "*")) return _latest;
        _packages.TryGetValue(package.Name, out var before);
        _packages[package.Name] = package;
        try
        {
            var restored = RestoreAll(package, interruption);
            RefuseChange(package, restored);
            return _latest = restored;
        }
        catch
        {
            // A package that cannot be had must not spoil those asked for later.
            if (before is null) _packages.Remove(package.Name);
            else _packages[package.Name] = before;
            throw;
        }
    }

    // Earlier cells are compiled against the version they asked for, and a process cannot load a second one in its place.
    private void RefuseChange(PackageName asked, RestoredPackages restored)
    {
        if (_latest is null || !_latest.Versions.TryGetValue(asked.Name, out var used) || !restored.Versions.TryGetValue(asked.Name, out var wanted) || used == wanted) return;
        throw new PackageException($"The package {asked.Name} is in use in version {used}, and this cell asks for version {wanted}: a running kernel cannot change it."
            + $" Name version {used} here, or restart the kernel and name version {wanted} in the first cell that asks for the package.");
    }

    private RestoredPackages RestoreAll(PackageName asked, CancellationToken interruption)
    {
        var framework = string.Create(CultureInfo.InvariantCulture, $"net{Environment.Version.Major}.{Environment.Version.Minor}");
        var project = new XElement("Project", new XAttribute("Sdk", "Microsoft.NET.Sdk"),
            new XElement("PropertyGroup",
                new XElement("TargetFramework", framework),
                new XElement("RuntimeIdentifier", RuntimeInformation.RuntimeIdentifier),
                new XElement("SelfContained", "false"),
                new XElement("NuGetAudit", "false"),
                new XElement("RestoreAdditionalProjectSources", string.Join(';', _sources)),
                new XElement("RestoreRootConfigDirectory", folder)),
            new XElement("ItemGroup", _packages.Values.Select(package =>
                new XElement("PackageReference", new XAttribute("Include", package.Name), new XAttribute("Version", package.Version)))))
            .ToString();
        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(project)))[..24];
        var place = Path.Combine(cacheFolder, hash);
        var assets = Path.Combine(place, "obj", "project.assets.json");

        Directory.CreateDirectory(place);
        using var others = Lock(Path.Combine(place, "lock"), interruption);
        // A version with a star means the newest one: what was the newest once is no answer.
        var floating = _packages.Values.Any(package => package.Version.Contains('*', StringComparison.Ordinal));
        if (!floating && File.Exists(assets) && TryRead(assets) is { } cached) return cached;

        // Nothing above the cache folder may change the restore.
        File.WriteAllText(Path.Combine(place, "Directory.Build.props"), "<Project />");
        File.WriteAllText(Path.Combine(place, "Directory.Build.targets"), "<Project />");
        File.WriteAllText(Path.Combine(place, "Directory.Packages.props"), "<Project />");
        File.WriteAllText(Path.Combine(place, "packages.csproj"), project);
        RunRestore(place, asked, interruption);
        return TryRead(assets) ?? throw new PackageException($"The packages were restored, but '{assets}' does not say where their files are.");
    }

    // Notebooks that run at the same time may ask for the same packages: one restores, the others wait and read.
    private static FileStream Lock(string file, CancellationToken interruption)
    {
        while (true)
        {
            try
            {
                return new FileStream(file, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (File.Exists(file))
            {
                interruption.WaitHandle.WaitOne(50);
                interruption.ThrowIfCancellationRequested();
            }
        }
    }

    private void RunRestore(string place, PackageName asked, CancellationToken interruption)
    {
        var start = new ProcessStartInfo(Environment.GetEnvironmentVariable("DOTNET_HOST_PATH") ?? "dotnet")
        {
            WorkingDirectory = place,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = true,
            UseShellExecute = false,
            ArgumentList = { "restore", "packages.csproj", "--nologo", "-v", "quiet", "-clp:NoSummary", "-p:RestoreUseStaticGraphEvaluation=false", "-nodeReuse:false" },
        };
        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        Process process;
        try
        {
            process = Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception error)
        {
            throw new PackageException($"Packages are restored by the .NET SDK, and 'dotnet' could not be started: {error.Message}");
        }

        using (process)
        using (interruption.Register(() => process.Kill(entireProcessTree: true)))
        {
            process.StandardInput.Close();
            // An interruption ends the process, and with it what there is to read.
            var errors = process.StandardError.ReadToEndAsync(CancellationToken.None);
            var output = process.StandardOutput.ReadToEnd() + errors.GetAwaiter().GetResult();
            process.WaitForExit();
            interruption.ThrowIfCancellationRequested();
            if (process.ExitCode != 0) throw new PackageException(Explain(output, place, asked));
        }
    }

    private string Explain(string output, string place, PackageName asked)
    {
        // "PATH : error NU1101: Unable to find package X. No packages exist with this id in source(s): Y [PATH]"
        var reasons = output.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line.Contains("error ", StringComparison.Ordinal))
            .Select(line => line[(line.IndexOf("error ", StringComparison.Ordinal) + "error ".Length)..])
            .Select(line => line.Replace($" [{Path.Combine(place, "packages.csproj")}]", "", StringComparison.Ordinal))
            .Distinct(StringComparer.Ordinal).ToList();
        // A source that cannot be asked must not spoil packages asked for later; one that has no such package (NU1101) or version
        // (NU1102, NU1103) may have the next.
        var refused = _sources.FindAll(source => reasons.Exists(reason =>
            reason.StartsWith("NU13", StringComparison.Ordinal) && reason.Contains(source, StringComparison.Ordinal)));
        _sources.RemoveAll(refused.Contains);
        var added = refused.Count > 0 ? $"\n  No longer used: {string.Join(", ", refused)}" : "";
        return $"The package {asked.Name} {asked.Version} could not be restored:\n  " + (reasons.Count > 0 ? string.Join("\n  ", reasons) : output.Trim()) + added;
    }

    private static RestoredPackages? TryRead(string assetsFile)
    {
        var root = JsonNode.Parse(File.ReadAllText(assetsFile))!;
        var targets = root["targets"]!.AsObject();
        var target = targets.LastOrDefault(pair => pair.Key.Contains('/', StringComparison.Ordinal)).Value ?? targets.First().Value!;
        var folders = root["packageFolders"]!.AsObject().Select(pair => pair.Key).ToList();
        List<string> compile = [], runtime = [], native = [];
        var versions = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var (library, description) in target.AsObject())
        {
            if (library.Split('/') is [var name, var version]) versions[name] = version;
            if ((string?)root["libraries"]?[library]?["path"] is not { } path) continue;
            if (folders.Select(start => Path.Combine(start, path)).FirstOrDefault(Directory.Exists) is not { } home) return null;
            Collect("compile", compile, ".dll");
            Collect("runtime", runtime, ".dll");
            Collect("native", native, "");

            void Collect(string kind, List<string> list, string ending)
            {
                foreach (var (file, _) in description?[kind]?.AsObject() ?? [])
                {
                    if (file.EndsWith(ending, StringComparison.OrdinalIgnoreCase) && !file.EndsWith("/_._", StringComparison.Ordinal))
                        list.Add(Path.GetFullPath(Path.Combine(home, file)));
                }
            }
        }

        return compile.Concat(runtime).Concat(native).All(File.Exists) ? new RestoredPackages(compile, runtime, native, versions) : null;
    }
}
