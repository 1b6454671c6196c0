using System.Runtime.CompilerServices;
using MathNet.Numerics;

namespace ActivationNotes.LinearAlgebra;

/// <summary>
/// Keeps MathNet to its managed linear algebra. By itself it takes a native library where it finds one, and such a library adds up in an
/// order of its own: the same lesson would give other numbers on a machine that has it.
/// </summary>
internal static class ManagedProvider
{
    /// <summary>Runs once, before anything else of this assembly. <see cref="VectorisedLinearAlgebra.Use"/>, called later, replaces it.</summary>
    [ModuleInitializer]
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Usage", "CA2255:The 'ModuleInitializer' attribute should not be used in libraries",
        Justification = "The provider is a setting of the whole process, which lessons cannot be asked to make in time.")]
    internal static void Use() => Control.UseManaged();
}
