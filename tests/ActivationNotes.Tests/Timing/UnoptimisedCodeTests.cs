using System.Reflection;
using ActivationNotes.Timing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ActivationNotes.Tests.Timing;

/// <summary>Code compiled as a debugger likes it is refused, wherever its delegate was made.</summary>
public sealed class UnoptimisedCodeTests
{
    private static readonly float[] s_x = new float[256], s_y = new float[256];

    private static readonly Comparison s_quick = new() { CompilerPause = TimeSpan.Zero, FewestRounds = 21, Patience = TimeSpan.Zero };

    [Fact]
    public void An_assembly_compiled_for_debugging_is_refused_and_the_error_says_how_to_fix_it()
    {
        var error = Assert.Throws<UnoptimisedCodeException>(() => s_quick.Run(TimedKernel.Map("mine", Compile(OptimizationLevel.Debug), s_x, s_y)));
        Assert.Equal("mine", error.Kernel);
        Assert.Contains("Loops.Copy in compiled-Debug", error.Message, StringComparison.Ordinal);
        Assert.Contains("-c Release", error.Message, StringComparison.Ordinal);
        Assert.Contains("AllowUnoptimised", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_same_source_compiled_for_release_is_timed() =>
        Assert.True(s_quick.Run(TimedKernel.Map("mine", Compile(OptimizationLevel.Release), s_x, s_y))["mine"].Optimised);

    [Fact]
    public void Who_asks_for_it_gets_unoptimised_code_timed_and_marked() =>
        Assert.False((s_quick with { AllowUnoptimised = true }).Run(TimedKernel.Map("mine", Compile(OptimizationLevel.Debug), s_x, s_y))["mine"].Optimised);

    [Fact]
    public void A_method_that_forbids_optimisation_is_refused_in_an_optimised_assembly()
    {
        var type = Compile(OptimizationLevel.Release).Method.DeclaringType!;
        var slow = type.GetMethod("Slow")!.CreateDelegate<FloatMap>();
        Assert.Throws<UnoptimisedCodeException>(() => s_quick.Run(TimedKernel.Map("slow", slow, s_x, s_y)));
    }

    [Theory]
    [InlineData(OptimizationLevel.Debug, false)]
    [InlineData(OptimizationLevel.Release, true)]
    public async Task A_loop_in_a_cell_is_told_by_how_the_kernel_compiles_cells(OptimizationLevel level, bool optimised)
    {
        var options = Microsoft.CodeAnalysis.Scripting.ScriptOptions.Default.WithOptimizationLevel(level);
        var loop = await Microsoft.CodeAnalysis.CSharp.Scripting.CSharpScript.EvaluateAsync<Action>(
            "int sum = 0; void Loop() { for (int i = 0; i < 100; i++) sum += i; } (System.Action)Loop", options, cancellationToken: TestContext.Current.CancellationToken);
        var timing = (s_quick with { AllowUnoptimised = true }).Run(TimedKernel.Of("cell", 100, loop))["cell"];
        Assert.Equal(optimised, timing.Optimised);
    }

    private static FloatMap Compile(OptimizationLevel level)
    {
        const string Source = """
            using System;
            using System.Runtime.CompilerServices;
            public static class Loops
            {
                public static void Copy(ReadOnlySpan<float> x, Span<float> y) { for (var i = 0; i < x.Length; i++) y[i] = x[i]; }
                [MethodImpl(MethodImplOptions.NoOptimization)]
                public static void Slow(ReadOnlySpan<float> x, Span<float> y) { for (var i = 0; i < x.Length; i++) y[i] = x[i]; }
            }
            """;
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(path => Path.GetFileName(path) is "System.Runtime.dll" or "System.Private.CoreLib.dll").Select(path => MetadataReference.CreateFromFile(path));
        var compilation = CSharpCompilation.Create($"compiled-{level}", [CSharpSyntaxTree.ParseText(Source)], references,
            new CSharpCompilationOptions(OutputKind.DynamicallyLinkedLibrary, optimizationLevel: level));
        using var bytes = new MemoryStream();
        var emitted = compilation.Emit(bytes);
        Assert.True(emitted.Success, string.Join('\n', emitted.Diagnostics));
        return Assembly.Load(bytes.ToArray()).GetType("Loops")!.GetMethod("Copy")!.CreateDelegate<FloatMap>();
    }
}
