using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using ActivationNotes.Numbers;

namespace ActivationNotes.LinearAlgebra;

/// <summary>
/// The product of two matrices of floats, c = alpha op(a) op(b) + beta c, on one core. Matrices are column by column, as in MathNet.
/// </summary>
/// <remarks>
/// The scheme of K. Goto and R. van de Geijn, Anatomy of High-Performance Matrix Multiplication, ACM TOMS 34 (2008), section 4: the result
/// is made tile by tile, each tile held in registers (two vectors high, <see cref="TileColumns"/> wide) while all of a tile of a, copied so
/// that it is read from the first to the last number, is multiplied with a panel of b, copied likewise. A tile of a fits the first cache,
/// a block of panels of b the second. Each sum runs over k in ascending order, in blocks of <see cref="DepthBlock"/>, and every product and
/// every sum is rounded, so a result depends neither on the machine and its registers nor on the number of threads nor on where the arrays lie.
/// </remarks>
public static class MatrixProduct
{
    private const int TileColumns = 8;
    private const int DepthBlock = 256;
    private const int ColumnBlock = 512;

    private const int ColumnsAtOnce = 4;

    private static readonly int s_tileRows = 2 * (Vector512.IsHardwareAccelerated ? FloatPack512.Count : Vector256.IsHardwareAccelerated ? FloatPack256.Count : FloatPack128.Count);

    /// <summary>c = alpha op(a) op(b) + beta c.</summary>
    /// <param name="transposeA">Whether op(a) is a transposed.</param>
    /// <param name="transposeB">Whether op(b) is b transposed.</param>
    /// <param name="alpha">Factor of the product.</param>
    /// <param name="a">[aRows x aColumns] as it is stored.</param>
    /// <param name="aRows">Rows of a as it is stored.</param>
    /// <param name="aColumns">Columns of a as it is stored.</param>
    /// <param name="b">[bRows x bColumns] as it is stored.</param>
    /// <param name="bRows">Rows of b as it is stored.</param>
    /// <param name="bColumns">Columns of b as it is stored.</param>
    /// <param name="beta">Factor of what c holds; with 0 its content does not matter, even if it is NaN.</param>
    /// <param name="c">[rows of op(a) x columns of op(b)] Receives the result; must not overlap a or b.</param>
    /// <exception cref="ArgumentException">The shapes do not fit; the message gives them.</exception>
    public static void Compute(
        bool transposeA, bool transposeB, float alpha, ReadOnlySpan<float> a, int aRows, int aColumns,
        ReadOnlySpan<float> b, int bRows, int bColumns, float beta, Span<float> c)
    {
        var (rows, depth) = transposeA ? (aColumns, aRows) : (aRows, aColumns);
        var (otherDepth, columns) = transposeB ? (bColumns, bRows) : (bRows, bColumns);
        if (depth != otherDepth || a.Length < rows * depth || b.Length < depth * columns || c.Length < rows * columns)
            throw new ArgumentException(
                $"A product of {Shape(rows, depth, transposeA)} and {Shape(otherDepth, columns, transposeB)} into {c.Length} numbers does not fit "
                + $"(the arrays hold {a.Length} and {b.Length} numbers).", nameof(b));
        if (c.Overlaps(a) || c.Overlaps(b)) throw new ArgumentException("The result of a matrix product must not overlap a factor.", nameof(c));
        Prepare(c[..(rows * columns)], beta);
        if (rows == 0 || columns == 0 || depth == 0 || alpha == 0) return;

        var panelWidth = (Math.Min(columns, ColumnBlock) + TileColumns - 1) / TileColumns * TileColumns;
        var blockDepth = Math.Min(depth, DepthBlock);
        var tile = ArrayPool<float>.Shared.Rent(blockDepth * s_tileRows);
        var panels = ArrayPool<float>.Shared.Rent(blockDepth * panelWidth);
        for (var k = 0; k < depth; k += DepthBlock)
        {
            var length = Math.Min(DepthBlock, depth - k);
            for (var column = 0; column < columns; column += ColumnBlock)
            {
                var width = Math.Min(ColumnBlock, columns - column);
                PackPanels(b, transposeB ? 1 : bRows, transposeB ? bRows : 1, k, length, column, width, alpha, panels);
                for (var row = 0; row < rows; row += s_tileRows)
                {
                    var height = Math.Min(s_tileRows, rows - row);
                    PackTile(a, transposeA, aRows, row, height, k, length, tile);
                    for (var panel = 0; panel < width; panel += TileColumns)
                        MultiplyTile(
                            tile, panels.AsSpan(panel * length, length * TileColumns), length,
                            c[((column + panel) * rows + row)..], rows, height, Math.Min(TileColumns, width - panel));
                }
            }
        }
        ArrayPool<float>.Shared.Return(tile);
        ArrayPool<float>.Shared.Return(panels);
    }

    private static string Shape(int rows, int columns, bool transposed) => $"[{rows} x {columns}]{(transposed ? " (transposed)" : "")}";

    private static void Prepare(Span<float> c, float beta)
    {
        if (beta == 0) c.Clear();
        else if (beta != 1) System.Numerics.Tensors.TensorPrimitives.Multiply(c, beta, c);
    }

    // Panels of TileColumns columns, each panel step by step along k; missing columns are 0. Alpha goes in here, once per number of b.
    private static void PackPanels(
        ReadOnlySpan<float> b, int columnStride, int depthStride, int k, int length, int column, int width, float alpha, Span<float> panels)
    {
        for (var panel = 0; panel < width; panel += TileColumns)
        {
            var target = panels.Slice(panel * length, length * TileColumns);
            var there = Math.Min(TileColumns, width - panel);
            if (there < TileColumns) target.Clear();
            var first = (column + panel) * columnStride + k * depthStride;
            if (there == TileColumns && columnStride == 1)
            {
                var factor = Vector256.Create(alpha);
                ref var source = ref Unsafe.Add(ref MemoryMarshal.GetReference(b), first);
                for (var step = 0; step < length; step++)
                    (Vector256.LoadUnsafe(ref source, (nuint)(step * depthStride)) * factor).CopyTo(target[(step * TileColumns)..]);
            }
            else if (depthStride == 1)
            {
                Interleave(b[first..], columnStride, there, length, TileColumns, alpha, target);
            }
            else
            {
                for (var step = 0; step < length; step++)
                    for (var j = 0; j < there; j++) target[step * TileColumns + j] = alpha * b[first + step * depthStride + j * columnStride];
            }
        }
    }

    // One tile's rows, step by step along k; missing rows are 0.
    private static void PackTile(ReadOnlySpan<float> a, bool transposed, int aRows, int row, int height, int k, int length, Span<float> tile)
    {
        if (height < s_tileRows) tile[..(length * s_tileRows)].Clear();
        if (transposed)
        {
            Interleave(a[(row * aRows + k)..], aRows, height, length, s_tileRows, 1, tile);
        }
        else if (height == s_tileRows)
        {
            // So few numbers at a time that a general copy would take longer to look at its arguments than to copy.
            ref var source = ref MemoryMarshal.GetReference(a.Slice(k * aRows + row, (length - 1) * aRows + height));
            ref var target = ref MemoryMarshal.GetReference(tile[..(length * s_tileRows)]);
            for (var step = 0; step < length; step++)
                for (var part = 0; part < s_tileRows; part += Vector256<float>.Count)
                    Vector256.LoadUnsafe(ref source, (nuint)(step * aRows + part)).StoreUnsafe(ref target, (nuint)(step * s_tileRows + part));
        }
        else
        {
            for (var step = 0; step < length; step++)
                a.Slice((k + step) * aRows + row, height).CopyTo(tile[(step * s_tileRows)..]);
        }
    }

    // Writes lines of numbers, which lie side by side, as the columns of a table: target[step, line] = factor x lines[line][step].
    private static void Interleave(ReadOnlySpan<float> lines, int stride, int count, int length, int width, float factor, Span<float> target)
    {
        var line = 0;
        if (Avx.IsSupported)
            for (; line + 8 <= count; line += 8)
                Interleave8(lines[(line * stride)..], stride, length, width, factor, target[line..]);
        for (; line < count; line++)
        {
            var source = lines.Slice(line * stride, length);
            for (var step = 0; step < source.Length; step++) target[step * width + line] = factor * source[step];
        }
    }

    // Eight lines at a time: blocks of 8 x 8 are turned over in registers, in three rounds of exchanging neighbours, pairs and halves.
    private static void Interleave8(ReadOnlySpan<float> lines, int stride, int length, int width, float factor, Span<float> target)
    {
        var scale = Vector256.Create(factor);
        var step = 0;
        for (; step + 8 <= length; step += 8)
        {
            ref var source = ref Unsafe.Add(ref MemoryMarshal.GetReference(lines), step);
            var (r0, r1) = (Load(ref source, 0), Load(ref source, stride));
            var (r2, r3) = (Load(ref source, 2 * stride), Load(ref source, 3 * stride));
            var (r4, r5) = (Load(ref source, 4 * stride), Load(ref source, 5 * stride));
            var (r6, r7) = (Load(ref source, 6 * stride), Load(ref source, 7 * stride));
            var (a0, a1, a2, a3) = (Avx.UnpackLow(r0, r1), Avx.UnpackHigh(r0, r1), Avx.UnpackLow(r2, r3), Avx.UnpackHigh(r2, r3));
            var (a4, a5, a6, a7) = (Avx.UnpackLow(r4, r5), Avx.UnpackHigh(r4, r5), Avx.UnpackLow(r6, r7), Avx.UnpackHigh(r6, r7));
            var (b0, b1) = (Avx.Shuffle(a0, a2, 0x44), Avx.Shuffle(a0, a2, 0xEE));
            var (b2, b3) = (Avx.Shuffle(a1, a3, 0x44), Avx.Shuffle(a1, a3, 0xEE));
            var (b4, b5) = (Avx.Shuffle(a4, a6, 0x44), Avx.Shuffle(a4, a6, 0xEE));
            var (b6, b7) = (Avx.Shuffle(a5, a7, 0x44), Avx.Shuffle(a5, a7, 0xEE));
            ref var place = ref Unsafe.Add(ref MemoryMarshal.GetReference(target), step * width);
            Store(Avx.Permute2x128(b0, b4, 0x20), ref place, 0);
            Store(Avx.Permute2x128(b1, b5, 0x20), ref place, width);
            Store(Avx.Permute2x128(b2, b6, 0x20), ref place, 2 * width);
            Store(Avx.Permute2x128(b3, b7, 0x20), ref place, 3 * width);
            Store(Avx.Permute2x128(b0, b4, 0x31), ref place, 4 * width);
            Store(Avx.Permute2x128(b1, b5, 0x31), ref place, 5 * width);
            Store(Avx.Permute2x128(b2, b6, 0x31), ref place, 6 * width);
            Store(Avx.Permute2x128(b3, b7, 0x31), ref place, 7 * width);
        }
        for (; step < length; step++)
            for (var line = 0; line < 8; line++) target[step * width + line] = factor * lines[line * stride + step];

        static Vector256<float> Load(ref float source, int offset) => Vector256.LoadUnsafe(ref source, (nuint)offset);
        void Store(Vector256<float> value, ref float place, int offset) => (value * scale).StoreUnsafe(ref place, (nuint)offset);
    }

    private static void MultiplyTile(
        ReadOnlySpan<float> tile, ReadOnlySpan<float> panel, int length, Span<float> c, int stride, int height, int width)
    {
        if (height == s_tileRows && width == TileColumns)
        {
            Run(ref MemoryMarshal.GetReference(tile), ref MemoryMarshal.GetReference(panel), length, ref MemoryMarshal.GetReference(c), stride);
            return;
        }
        // At the edges of the matrix: a whole tile beside it, of which only the part that exists is added.
        Span<float> whole = stackalloc float[s_tileRows * TileColumns];
        whole.Clear();
        Run(ref MemoryMarshal.GetReference(tile), ref MemoryMarshal.GetReference(panel), length, ref MemoryMarshal.GetReference(whole), s_tileRows);
        for (var column = 0; column < width; column++)
        {
            var part = c.Slice(column * stride, height);
            System.Numerics.Tensors.TensorPrimitives.Add(part, whole.Slice(column * s_tileRows, height), part);
        }
    }

    private static void Run(ref float a, ref float b, int length, ref float c, int stride)
    {
        for (var column = 0; column < TileColumns; column += ColumnsAtOnce)
        {
            ref var panel = ref Unsafe.Add(ref b, column);
            ref var result = ref Unsafe.Add(ref c, stride * column);
            if (Vector512.IsHardwareAccelerated) Run<FloatPack512>(ref a, ref panel, length, ref result, stride);
            else if (Vector256.IsHardwareAccelerated) Run<FloatPack256>(ref a, ref panel, length, ref result, stride);
            else Run<FloatPack128>(ref a, ref panel, length, ref result, stride);
        }
    }

    // c[2 registers x 4] += a[2 registers x length] b[length x 4], where b's rows are TileColumns apart. 8 sums, which is as many as 16
    // registers hold beside what is being multiplied; 2 registers of a and 4 numbers of b are read for 8 multiplications. Multiplication and
    // addition are separate, so that machines without an instruction for both compute the same.
    private static void Run<T>(ref float a, ref float b, int length, ref float c, int stride)
        where T : struct, IFloatLane<T>
    {
        T c00 = default, c01 = default, c02 = default, c03 = default, c10 = default, c11 = default, c12 = default, c13 = default;
        for (var k = 0; k < length; k++)
        {
            var a0 = T.Load(ref a);
            var a1 = T.Load(ref Unsafe.Add(ref a, T.Count));
            var b0 = T.Repeat(b);
            c00 += a0 * b0;
            c10 += a1 * b0;
            var b1 = T.Repeat(Unsafe.Add(ref b, 1));
            c01 += a0 * b1;
            c11 += a1 * b1;
            var b2 = T.Repeat(Unsafe.Add(ref b, 2));
            c02 += a0 * b2;
            c12 += a1 * b2;
            var b3 = T.Repeat(Unsafe.Add(ref b, 3));
            c03 += a0 * b3;
            c13 += a1 * b3;
            a = ref Unsafe.Add(ref a, 2 * T.Count);
            b = ref Unsafe.Add(ref b, TileColumns);
        }
        Add(c00, c10, ref c);
        Add(c01, c11, ref Unsafe.Add(ref c, stride));
        Add(c02, c12, ref Unsafe.Add(ref c, 2 * stride));
        Add(c03, c13, ref Unsafe.Add(ref c, 3 * stride));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        static void Add(T upper, T lower, ref float place)
        {
            T.Store(T.Load(ref place) + upper, ref place);
            ref var below = ref Unsafe.Add(ref place, T.Count);
            T.Store(T.Load(ref below) + lower, ref below);
        }
    }
}
