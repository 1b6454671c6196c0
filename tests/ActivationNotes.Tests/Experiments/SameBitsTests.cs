using System.Diagnostics;
using ActivationNotes.Experiments;
using ActivationNotes.Testing;
using ActivationNotes.Testing.Approval;
using MathNet.Numerics.Providers.LinearAlgebra;

namespace ActivationNotes.Tests.Experiments;

/// <summary>
/// Every experiment computes the same bits on every machine. The machines are child processes of this test, in which parts of the hardware
/// are switched off; and since all of them are held against an approved text, so is the machine they run on.
/// </summary>
public sealed class SameBitsTests
{
    private const string Approved = "BitsOfExperiments";
    private const string WriteTo = "WRITE_BITS_OF_EXPERIMENTS_TO";

    // All that they show is how long something takes.
    private static readonly Type[] s_timed = [typeof(LadderExperiment), typeof(SizeSweepExperiment)];

    [Fact]
    public async Task This_process_computes_the_approved_bits()
    {
        var text = ExperimentBits.Text();
        if (Environment.GetEnvironmentVariable(WriteTo) is not { } file)
        {
            ApprovedText.AssertEqual(Approved, text);
            return;
        }

        // Nothing else runs in the child, so nothing but the library itself has chosen who does the linear algebra.
        Assert.IsType<ManagedLinearAlgebraProvider>(LinearAlgebraControl.Provider);
        await File.WriteAllTextAsync(file, text, TestContext.Current.CancellationToken);
    }

    [Theory]
    [InlineData("registers of 256 bits", "DOTNET_EnableAVX512=0")]
    [InlineData("registers of 128 bits and fused products in the C library alone", "DOTNET_EnableAVX2=0")]
    [InlineData("registers of 128 bits and no fused products", "DOTNET_EnableAVX2=0", "GLIBC_TUNABLES=glibc.cpu.hwcaps=-AVX2,-FMA,-FMA4")]
    [InlineData("one processor", "DOTNET_PROCESSOR_COUNT=1")]
    [InlineData("code that is optimised at once", "DOTNET_TieredCompilation=0")]
    [InlineData("code that no profile guides", "DOTNET_TieredPGO=0", "DOTNET_ReadyToRun=0")]
    public async Task Another_machine_computes_the_approved_bits(string machine, params string[] settings)
    {
        var file = Path.GetTempFileName();
        try
        {
            var environment = settings.Append($"{WriteTo}={file}").Select(setting => setting.Split('=', 2)).ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
            var watch = Stopwatch.StartNew();
            await ChildRun.PassAsync(environment, "-method", $"{typeof(SameBitsTests).FullName}.{nameof(This_process_computes_the_approved_bits)}");
            TestContext.Current.SendDiagnosticMessage($"With {machine}: {watch.Elapsed.TotalSeconds:F1} s");
            var approved = await File.ReadAllLinesAsync(Path.Combine(Repository.Root, "tests", "ActivationNotes.Tests", "Approved", Approved + ".txt"), TestContext.Current.CancellationToken);
            var computed = await File.ReadAllLinesAsync(file, TestContext.Current.CancellationToken);
            Assert.Equal(approved.Length, computed.Length);
            var different = computed.Except(approved, StringComparer.Ordinal).Select(line => line.Split(": ")[0]).ToArray();
            Assert.True(different.Length == 0, $"With {machine} other numbers come from {string.Join(", ", different)}.");
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void No_experiment_is_left_out()
    {
        var experiments = typeof(TrainingExperiment).Assembly.GetExportedTypes()
            .Where(type => type.Namespace == typeof(TrainingExperiment).Namespace && type.Name.EndsWith("Experiment", StringComparison.Ordinal)).Except(s_timed);
        Assert.Empty(experiments.Select(type => type.Name).Except(ExperimentBits.All.Keys, StringComparer.Ordinal));
    }

    [Fact]
    public void A_difference_in_one_bit_changes_the_hash()
    {
        double[] numbers = [1, 2, 3];
        var before = NumbersHash.Of((numbers, "name"));
        Assert.Equal(before, NumbersHash.Of((numbers, "name")));
        numbers[1] = Math.BitIncrement(2.0);
        Assert.NotEqual(before.Hash, NumbersHash.Of((numbers, "name")).Hash);
        Assert.Equal(3, before.Count);
    }
}
