using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;
using ActivationNotes.Kernels;

namespace ActivationNotes.Numbers;

/// <summary>
/// Applies one formula to every element: one loop for all formulas and all register widths. The widest registers the machine
/// has are used. Each width does the same operations in the same order, and they are operations whose result IEEE 754 fixes, so
/// results do not depend on the machine.
/// </summary>
internal static class ElementWise
{
    private const int LongEnoughToAlign = 1024;

    // Measured: at 16 MB the caches still win, at 32 MB they lose.
    private const int BytesBeyondCaches = 32 << 20;

    /// <summary>Whether vector registers here multiply and add in one step.</summary>
    public static bool HasFusedRegisters => Vector512.IsHardwareAccelerated || Fma.IsSupported || AdvSimd.Arm64.IsSupported;

    /// <summary>One double.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static double Real<TOperation>(TOperation operation, double x)
        where TOperation : struct, IRealOperation =>
        operation.Apply<Scalar<DoublePrecision>>(x).Value;

    /// <summary>Doubles.</summary>
    public static void Real<TOperation>(TOperation operation, ReadOnlySpan<double> x, Span<double> y)
        where TOperation : struct, IRealOperation
    {
        if (Vector512.IsHardwareAccelerated)
            RealInRegisters<TOperation, Pack512<DoublePrecision>, double>(operation, x, y);
        else if (Vector256.IsHardwareAccelerated)
            RealInRegisters<TOperation, Pack256<DoublePrecision>, double>(operation, x, y);
        else
            RealInRegisters<TOperation, Pack128<DoublePrecision>, double>(operation, x, y);
    }

    /// <summary>Floats.</summary>
    public static void Real<TOperation>(TOperation operation, ReadOnlySpan<float> x, Span<float> y)
        where TOperation : struct, IRealOperation
    {
        if (Vector512.IsHardwareAccelerated)
            Real<TOperation, FloatPack512, Pack512<SinglePrecision>>(operation, x, y);
        else if (Vector256.IsHardwareAccelerated)
            Real<TOperation, FloatPack256, Pack256<SinglePrecision>>(operation, x, y);
        else
            Real<TOperation, FloatPack128, Pack128<SinglePrecision>>(operation, x, y);
    }

    /// <summary>The sigmoid of floats, tuned by hand.</summary>
    public static void FusedSigmoid(ReadOnlySpan<float> x, Span<float> y)
    {
        if (Vector512.IsHardwareAccelerated) FusedSigmoid<FloatPack512>(x, y);
        else if (Vector256.IsHardwareAccelerated) FusedSigmoid<FloatPack256>(x, y);
        else FusedSigmoid<FloatPack128>(x, y);
    }

    /// <summary>The same in registers of one kind.</summary>
    internal static void FusedSigmoid<T>(ReadOnlySpan<float> x, Span<float> y)
        where T : struct, IFloatLane<T> => Map<FloatSigmoid<Pair<T, float>>, Pair<T, float>, float>(default, x, y);

    /// <summary>Floats in registers of floats, or of doubles where the formula is delicate.</summary>
    internal static void Real<TOperation, TFloats, TDoubles>(TOperation operation, ReadOnlySpan<float> x, Span<float> y)
        where TOperation : struct, IRealOperation
        where TFloats : struct, ILane<TFloats>, ISpanLane<TFloats, float>
        where TDoubles : struct, ILane<TDoubles>, ISpanLane<TDoubles, float>
    {
        if (TOperation.Kind == FormulaKind.Delicate)
            Map<RealOn<TOperation, TDoubles>, TDoubles, float>(new(operation), x, y);
        else
            RealInRegisters<TOperation, TFloats, float>(operation, x, y);
    }

    /// <summary>Elements in registers of one kind: two at a time where the formula is short.</summary>
    internal static void RealInRegisters<TOperation, T, TElement>(TOperation operation, ReadOnlySpan<TElement> x, Span<TElement> y)
        where TOperation : struct, IRealOperation
        where T : struct, ILane<T>, ISpanLane<T, TElement>
        where TElement : unmanaged
    {
        if (TOperation.Kind == FormulaKind.Short)
            Map<RealOn<TOperation, Pair<T, TElement>>, Pair<T, TElement>, TElement>(new(operation), x, y);
        else
            Map<RealOn<TOperation, T>, T, TElement>(new(operation), x, y);
    }

    /// <summary>Floats, computed in float.</summary>
    public static void Rational<TOperation>(TOperation operation, ReadOnlySpan<float> x, Span<float> y)
        where TOperation : struct, IRationalOperation
    {
        if (Vector512.IsHardwareAccelerated)
            MapFours<RationalOn<TOperation, FloatPack512>, FloatPack512, float>(new(operation), x, y);
        else if (Vector256.IsHardwareAccelerated)
            MapFours<RationalOn<TOperation, FloatPack256>, FloatPack256, float>(new(operation), x, y);
        else
            MapFours<RationalOn<TOperation, FloatPack128>, FloatPack128, float>(new(operation), x, y);
    }

    /// <summary>
    /// One loop. It is optimised at once: its calls are few and long, so the runtime would see its heat too late. It is never
    /// inlined itself: its caller would inherit all it inlines, exceed what the compiler takes, and be left with thousands of calls.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    internal static void Map<TOperation, T, TElement>(TOperation operation, ReadOnlySpan<TElement> x, Span<TElement> y)
        where TOperation : struct, IOperation<T>
        where T : struct, ISpanLane<T, TElement>
        where TElement : unmanaged
    {
        RequireSameShape(x, y);
        if (x.Length < T.Count)
        {
            MapRest<TOperation, T, TElement>(operation, x, y);
            return;
        }

        ref var source = ref MemoryMarshal.GetReference(x);
        ref var target = ref MemoryMarshal.GetReference(y);
        var head = x.Length < LongEnoughToAlign ? 0 : ElementsToBoundary<TElement>(ref target, T.Count);
        var tail = (x.Length - head) % T.Count;
        var whole = x.Length - head - tail;

        // What fills a register only in part, at either end, is computed with its neighbours, before y is written: it may be x.
        Span<TElement> first = stackalloc TElement[T.Count];
        Span<TElement> last = stackalloc TElement[T.Count];
        if (head > 0) MapWhole<TOperation, T, TElement>(operation, ref source, ref MemoryMarshal.GetReference(first), T.Count);
        if (tail > 0) MapWhole<TOperation, T, TElement>(operation, ref Unsafe.Add(ref source, x.Length - T.Count), ref MemoryMarshal.GetReference(last), T.Count);

        if (WorthPassingCaches(x, y))
            MapPastCaches<TOperation, T, TElement>(operation, x.Slice(head, whole), y.Slice(head, whole));
        else
            MapWhole<TOperation, T, TElement>(operation, ref Unsafe.Add(ref source, head), ref Unsafe.Add(ref target, head), whole);

        first[..head].CopyTo(y);
        last[^tail..].CopyTo(y[^tail..]);
    }

    // By itself and as plain as can be: only in such a loop does the compiler load the constants of the formula once.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void MapWhole<TOperation, T, TElement>(TOperation operation, ref TElement source, ref TElement target, nint length)
        where TOperation : struct, IOperation<T>
        where T : struct, ISpanLane<T, TElement>
        where TElement : unmanaged
    {
        for (nint i = 0; i < length; i += T.Count)
            T.Store(operation.Apply(T.Load(ref Unsafe.Add(ref source, i))), ref Unsafe.Add(ref target, i));
    }

    /// <summary>
    /// One loop for short formulas, which memory holds up more than arithmetic: four registers are read, then four are written.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void MapFours<TOperation, T, TElement>(TOperation operation, ReadOnlySpan<TElement> x, Span<TElement> y)
        where TOperation : struct, IOperation<T>
        where T : struct, ISpanLane<T, TElement>
        where TElement : unmanaged
    {
        RequireSameShape(x, y);
        var head = x.Length < LongEnoughToAlign ? 0 : ElementsToBoundary<TElement>(ref MemoryMarshal.GetReference(y), T.Count);
        if (head > 0)
        {
            MapRest<TOperation, T, TElement>(operation, x[..head], y[..head]);
            x = x[head..];
            y = y[head..];
        }

        var inFours = x.Length - (x.Length % (4 * T.Count));
        ref var source = ref MemoryMarshal.GetReference(x);
        ref var target = ref MemoryMarshal.GetReference(y);
        for (var i = 0; i < inFours; i += 4 * T.Count)
        {
            ref var from = ref Unsafe.Add(ref source, i);
            ref var to = ref Unsafe.Add(ref target, i);
            var first = T.Load(ref from);
            var second = T.Load(ref Unsafe.Add(ref from, T.Count));
            var third = T.Load(ref Unsafe.Add(ref from, 2 * T.Count));
            var fourth = T.Load(ref Unsafe.Add(ref from, 3 * T.Count));
            T.Store(operation.Apply(first), ref to);
            T.Store(operation.Apply(second), ref Unsafe.Add(ref to, T.Count));
            T.Store(operation.Apply(third), ref Unsafe.Add(ref to, 2 * T.Count));
            T.Store(operation.Apply(fourth), ref Unsafe.Add(ref to, 3 * T.Count));
        }

        if (inFours < x.Length) Map<TOperation, T, TElement>(operation, x[inFours..], y[inFours..]);
    }

    // Results too many for the caches would be read into them before they are overwritten; written past the caches they are not,
    // which saves a third of the traffic. A span that is its own input is in the caches already.
    private static bool WorthPassingCaches<TElement>(ReadOnlySpan<TElement> x, Span<TElement> y)
        where TElement : unmanaged =>
        (long)y.Length * Unsafe.SizeOf<TElement>() >= BytesBeyondCaches && !x.Overlaps(y) && IsAligned(ref MemoryMarshal.GetReference(y));

    private static unsafe bool IsAligned<TElement>(ref TElement target)
        where TElement : unmanaged => (nuint)Unsafe.AsPointer(ref target) % (nuint)sizeof(TElement) == 0;

    // The span is pinned while it is written to: such a write must not cross a boundary, also not after a garbage collection.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static unsafe void MapPastCaches<TOperation, T, TElement>(TOperation operation, ReadOnlySpan<TElement> x, Span<TElement> y)
        where TOperation : struct, IOperation<T>
        where T : struct, ISpanLane<T, TElement>
        where TElement : unmanaged
    {
        fixed (TElement* pinned = y)
        {
            ref var source = ref MemoryMarshal.GetReference(x);
            var aligned = (nuint)pinned % (nuint)(T.Count * sizeof(TElement)) == 0;
            for (nint i = 0; i < x.Length; i += T.Count)
            {
                var result = operation.Apply(T.Load(ref Unsafe.Add(ref source, i)));
                if (aligned) T.StorePastCaches(result, ref pinned[i]);
                else T.Store(result, ref pinned[i]);
            }
        }

        // Writes past the caches are in no order; whoever is told that the results are there must find them.
        Thread.MemoryBarrier();
    }

    // How many elements come before the first whole register of memory: a register written across two cache lines costs two
    // writes. Should the garbage collector move the span meanwhile, only time is lost.
    private static unsafe int ElementsToBoundary<TElement>(ref TElement target, int count)
        where TElement : unmanaged
    {
        var elementsBefore = (int)((nuint)Unsafe.AsPointer(ref target) / (nuint)sizeof(TElement) % (nuint)count);
        return elementsBefore == 0 ? 0 : count - elementsBefore;
    }

    // Fewer than fill a register are padded with zeros, so that they go the way of all others.
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void MapRest<TOperation, T, TElement>(TOperation operation, ReadOnlySpan<TElement> x, Span<TElement> y)
        where TOperation : struct, IOperation<T>
        where T : struct, ISpanLane<T, TElement>
        where TElement : unmanaged
    {
        Span<TElement> padded = stackalloc TElement[T.Count];
        padded.Clear();
        x.CopyTo(padded);
        ref var register = ref MemoryMarshal.GetReference(padded);
        T.Store(operation.Apply(T.Load(ref register)), ref register);
        padded[..y.Length].CopyTo(y);
    }

    internal static void RequireSameShape<TElement>(ReadOnlySpan<TElement> x, Span<TElement> y)
    {
        if (x.Length != y.Length)
            throw new ArgumentException($"The spans must be equally long, but x has {x.Length} elements and y has {y.Length}.", nameof(y));
        if (x.Overlaps(y, out var offset) && offset != 0)
            throw new ArgumentException($"The spans may be the same, but y must not begin {offset} elements into x: it would overwrite inputs.", nameof(y));
    }
}
