namespace ActivationNotes.Course.Tests;

/// <summary>Tests that need Debian's IPython kernel.</summary>
public static class Jupyter
{
    private const string KernelFile = "/usr/share/jupyter/kernels/python3/kernel.json";

    /// <summary>Skips the test where there is none, unless the environment says there must be one.</summary>
    public static void Require()
    {
        if (File.Exists(KernelFile)) return;
        Assert.False(Environment.GetEnvironmentVariable("REQUIRE_JUPYTER") == "1", $"REQUIRE_JUPYTER is 1, but {KernelFile} is missing.");
        Assert.Skip("Debian's IPython kernel (python3-ipykernel) is not installed.");
    }
}
