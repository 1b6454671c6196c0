namespace ActivationNotes.Layers.Tests;

public sealed class OnnxEngineTests
{
    [Fact]
    public void The_engine_is_here() => OnnxEngine.Require();

    [Fact]
    public void A_missing_engine_is_named_with_system_and_remedy()
    {
        var error = Assert.Throws<PlatformNotSupportedException>(() => OnnxEngine.Require(() => false));
        Assert.Contains(System.Runtime.InteropServices.RuntimeInformation.RuntimeIdentifier, error.Message, StringComparison.Ordinal);
        Assert.Contains("run dotnet build", error.Message, StringComparison.Ordinal);
    }
}
