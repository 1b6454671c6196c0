using System.Reflection;

namespace ActivationNotes.Timing;

/// <summary>A kernel was to be timed whose code the compiler was told not to optimise.</summary>
public sealed class UnoptimisedCodeException : InvalidOperationException
{
    /// <summary>Names the kernel, its method and assembly, and what to do.</summary>
    /// <param name="kernel">Name of the kernel.</param>
    /// <param name="method">Its method.</param>
    public UnoptimisedCodeException(string kernel, MethodInfo method)
        : base($"Kernel '{kernel}' ({method.DeclaringType?.Name}.{method.Name} in {method.Module.Assembly.GetName().Name}) was compiled without optimisation, "
            + "so its time would say nothing about the code. Build that project with -c Release, or put <Optimize>true</Optimize> into it. In a notebook, "
            + "move the loop into a library that is built so and pass its method, as in TimedKernel.Map(\"ReLU\", Activation.Named(\"relu\").Values, x, y). "
            + "To time it all the same, set Comparison.AllowUnoptimised.") =>
        Kernel = kernel;

    /// <summary>Name of the kernel.</summary>
    public string Kernel { get; }
}
