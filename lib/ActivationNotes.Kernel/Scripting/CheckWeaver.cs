using System.Runtime.CompilerServices;
using ActivationNotes.Kernel.Functions;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace ActivationNotes.Kernel.Scripting;

/// <summary>
/// Puts checks into a compiled cell, at which it ends when somebody interrupts it: where a loop begins anew, where a function begins that may
/// call itself or be called by a library, and between the statements of the cell itself. The runtime's own way to end code from outside
/// works once per thread in loops, and takes the process with it in recursion. The checks go into the compiled code, so that neither what the
/// compiler says nor expression trees nor the texts of arguments change. A check is a comparison with a field and a throw that never
/// returns, which the just-in-time compiler keeps out of the loop.
/// </summary>
internal sealed class CheckWeaver
{
    /// <summary>The class that a checked cell holds in addition.</summary>
    public const string TypeName = "<Interruption>";

    /// <summary>Its field that says whether the cell shall end.</summary>
    public const string FlagField = "Requested";

    /// <summary>Its field that holds the exception to throw.</summary>
    public const string ReasonField = "Reason";

    // What waits, and may do so on a thread that the kernel knows nothing of.
    private static readonly Dictionary<string, HashSet<string>> s_waits = new(StringComparer.Ordinal)
    {
        ["System.Threading.Thread"] = ["Sleep", "Join"],
        ["System.Threading.Tasks.Task"] = ["Wait", "WaitAll", "WaitAny"],
        ["System.Threading.WaitHandle"] = ["WaitOne", "WaitAll", "WaitAny"],
        ["System.Threading.Monitor"] = ["Wait"],
        ["System.Threading.ManualResetEventSlim"] = ["Wait"],
        ["System.Threading.SemaphoreSlim"] = ["Wait"],
        ["System.Threading.CountdownEvent"] = ["Wait"],
        ["System.Threading.Barrier"] = ["SignalAndWait"],
    };

    private readonly ModuleDefinition _module;
    private readonly TypeDefinition _type;
    private readonly FieldReference _flag;
    private readonly FieldReference _reason;
    private readonly MethodReference _enter;
    private readonly MethodReference _leave;
    private readonly MethodReference _checkDepth;
    private readonly Dictionary<string, MethodDefinition> _waits = new(StringComparer.Ordinal);
    private readonly HashSet<MethodReference> _delegated = [];

    private CheckWeaver(ModuleDefinition module)
    {
        _module = module;
        _type = new TypeDefinition("", TypeName, TypeAttributes.NotPublic | TypeAttributes.Abstract | TypeAttributes.Sealed | TypeAttributes.BeforeFieldInit,
            module.TypeSystem.Object);
        var volatileBoolean = new RequiredModifierType(module.ImportReference(typeof(IsVolatile)), module.TypeSystem.Boolean);
        var flag = new FieldDefinition(FlagField, FieldAttributes.Public | FieldAttributes.Static, volatileBoolean);
        var reason = new FieldDefinition(ReasonField, FieldAttributes.Public | FieldAttributes.Static, module.ImportReference(typeof(Exception)));
        _type.Fields.Add(flag);
        _type.Fields.Add(reason);
        (_flag, _reason) = (flag, reason);
        _enter = module.ImportReference(typeof(InterruptibleWaits).GetMethod(nameof(InterruptibleWaits.Enter)));
        _leave = module.ImportReference(typeof(InterruptibleWaits).GetMethod(nameof(InterruptibleWaits.Leave)));
        _checkDepth = module.ImportReference(typeof(ShowingDepth).GetMethod(nameof(ShowingDepth.Check)));
    }

    /// <summary>Puts checks into a compiled cell.</summary>
    /// <param name="image">The assembly.</param>
    /// <param name="symbols">Its portable debug information.</param>
    /// <returns>Both with checks; lines of the source stay where they are.</returns>
    public static (MemoryStream Image, MemoryStream Symbols) Weave(MemoryStream image, MemoryStream symbols)
    {
        image.Position = 0;
        symbols.Position = 0;
        using var module = ModuleDefinition.ReadModule(image, new ReaderParameters
        {
            ReadSymbols = true,
            SymbolReaderProvider = new PortablePdbReaderProvider(),
            SymbolStream = symbols,
            InMemory = true,
        });
        new CheckWeaver(module).WeaveAll();
        var (wovenImage, wovenSymbols) = (new MemoryStream(), new MemoryStream());
        module.Write(wovenImage, new WriterParameters
        {
            WriteSymbols = true,
            SymbolWriterProvider = new PortablePdbWriterProvider(),
            SymbolStream = wovenSymbols,
        });
        wovenImage.Position = 0;
        wovenSymbols.Position = 0;
        return (wovenImage, wovenSymbols);
    }

    private void WeaveAll()
    {
        var methods = _module.GetTypes().SelectMany(type => type.Methods).Where(method => method.HasBody).ToList();
        foreach (var instruction in methods.SelectMany(method => method.Body.Instructions))
        {
            if (instruction.OpCode.Code is Code.Ldftn or Code.Ldvirtftn) _delegated.Add(((MethodReference)instruction.Operand).GetElementMethod());
        }

        foreach (var method in methods) Weave(method);
        _module.Types.Add(_type);
    }

    private void Weave(MethodDefinition method)
    {
        var body = method.Body;
        body.SimplifyMacros();
        foreach (var instruction in body.Instructions) GuardWait(instruction);

        var branches = Branches(body).ToList();
        var places = branches.Where(branch => branch.Target.Offset <= branch.Source.Offset).Select(branch => branch.Target).ToHashSet();
        if (StartsChecked(method)) places.Add(body.Instructions[0]);
        if (IsTopLevel(method))
        {
            // A call that could not be ended is left behind when it returns, if not before.
            var loops = branches.Where(branch => branch.Target.Offset <= branch.Source.Offset).ToList();
            var starts = method.DebugInformation.SequencePoints.Where(point => !point.IsHidden).Select(point => point.Offset).ToHashSet();
            places.UnionWith(body.Instructions.Where(instruction => starts.Contains(instruction.Offset)
                && !loops.Exists(loop => loop.Target.Offset <= instruction.Offset && instruction.Offset <= loop.Source.Offset)));
        }

        foreach (var place in places.OrderBy(place => place.Offset)) InsertChecks(body, place, branches);
        if (GivesSequences(method)) body.GetILProcessor().InsertBefore(body.Instructions[0], Instruction.Create(OpCodes.Call, _checkDepth));
        body.OptimizeMacros();
    }

    // Where the formatting library comes by on its way from one sequence into the next.
    private bool GivesSequences(MethodDefinition method) => method.Name.EndsWith("GetEnumerator", StringComparison.Ordinal)
        || (IsCalledByLibraries(method) && !method.ReturnType.IsValueType
            && (method.ReturnType.MetadataType == MetadataType.Object || method.ReturnType.Namespace.StartsWith("System.Collections", StringComparison.Ordinal)));

    private bool IsCalledByLibraries(MethodDefinition method) => method.IsVirtual || _delegated.Contains(method)
        || (!method.IsConstructor && method.DeclaringType.Name.StartsWith("<>c", StringComparison.Ordinal));

    // Short functions that call nothing of the notebook end soon, and are left as they are, so that they still disappear into their callers.
    private bool StartsChecked(MethodDefinition method)
    {
        if (method.Name == "Finalize" || method.IsConstructor && method.IsStatic || method.AggressiveInlining) return false;
        var type = method.DeclaringType;
        // What an asynchronous function throws belongs into its task: its loops are checked, and the function that begins it.
        if (method.Name == "MoveNext" && type.Interfaces.Any(each => each.InterfaceType.FullName == typeof(IAsyncStateMachine).FullName)) return false;
        return IsCalledByLibraries(method)
            || method.CustomAttributes.Any(attribute => attribute.AttributeType.Name == nameof(AsyncStateMachineAttribute))
            || method.Body.Instructions.Any(instruction => instruction.Operand is MethodReference called && IsOfNotebook(called.DeclaringType.GetElementType()));
    }

    private bool IsOfNotebook(TypeReference type) => type.Scope == _module
        || (type.Scope is AssemblyNameReference assembly && assembly.Name.StartsWith(ScriptSession.AssemblyPrefix, StringComparison.Ordinal));

    private static bool IsTopLevel(MethodDefinition method) =>
        method.Name == "MoveNext" && method.DeclaringType.Name.StartsWith("<<Initialize>>", StringComparison.Ordinal);

    private static IEnumerable<(Instruction Source, Instruction Target)> Branches(MethodBody body) => body.Instructions.SelectMany(source => source.Operand switch
    {
        Instruction target => [(source, target)],
        Instruction[] targets => targets.Select(target => (source, target)),
        _ => Enumerable.Empty<(Instruction, Instruction)>(),
    });

    // An instruction may begin several guarded blocks, one inside the other. Whoever jumps to it from outside of one finds its check before that
    // block, whose handlers must not catch the interruption and go on; whoever jumps from inside must stay inside.
    private void InsertChecks(MethodBody body, Instruction place, List<(Instruction Source, Instruction Target)> branches)
    {
        var processor = body.GetILProcessor();
        var beginning = body.ExceptionHandlers.Where(handler => handler.TryStart == place)
            .DistinctBy(handler => handler.TryEnd).OrderByDescending(handler => handler.TryEnd?.Offset ?? int.MaxValue).ToList();
        var jumps = branches.Where(branch => branch.Target == place)
            .GroupBy(branch => beginning.Count(block => block.TryStart.Offset <= branch.Source.Offset && branch.Source.Offset < (block.TryEnd?.Offset ?? int.MaxValue)))
            .ToDictionary(group => group.Key, group => group.Select(branch => branch.Source).ToList());
        // Whoever comes from the instruction before comes from outside.
        jumps.TryAdd(0, []);

        var firsts = new SortedDictionary<int, Instruction>();
        foreach (var depth in jumps.Keys.Order())
        {
            var first = Instruction.Create(OpCodes.Volatile);
            foreach (var instruction in new[]
            {
                first, Instruction.Create(OpCodes.Ldsfld, _flag), Instruction.Create(OpCodes.Brfalse, place),
                Instruction.Create(OpCodes.Ldsfld, _reason), Instruction.Create(OpCodes.Throw),
            })
            {
                processor.InsertBefore(place, instruction);
            }

            firsts[depth] = first;
        }

        // Each check goes on with the next.
        var order = firsts.Values.ToList();
        for (var index = 0; index + 1 < order.Count; index++) order[index].Next.Next.Operand = order[index + 1];

        foreach (var (depth, sources) in jumps)
        {
            foreach (var source in sources)
            {
                if (source.Operand is Instruction[] table) source.Operand = Array.ConvertAll(table, target => target == place ? firsts[depth] : target);
                else source.Operand = firsts[depth];
            }
        }

        foreach (var handler in body.ExceptionHandlers)
        {
            var outside = beginning.FindIndex(block => block.TryEnd == handler.TryEnd);
            if (handler.TryStart == place) handler.TryStart = firsts.Where(pair => pair.Key > outside).Select(pair => pair.Value).FirstOrDefault(place);
            if (handler.TryEnd == place) handler.TryEnd = order[0];
            if (handler.HandlerStart == place) handler.HandlerStart = order[0];
            if (handler.HandlerEnd == place) handler.HandlerEnd = order[0];
            if (handler.FilterStart == place) handler.FilterStart = order[0];
        }
    }

    private void GuardWait(Instruction instruction)
    {
        if (instruction.OpCode.Code is not (Code.Call or Code.Callvirt) || instruction.Operand is not MethodReference { IsGenericInstance: false } called
            || instruction.Previous?.OpCode.Code == Code.Constrained
            || !s_waits.TryGetValue(called.DeclaringType.FullName, out var names) || !names.Contains(called.Name))
        {
            return;
        }

        if (!_waits.TryGetValue(called.FullName, out var guarded)) _waits[called.FullName] = guarded = GuardedWait(called);
        instruction.OpCode = OpCodes.Call;
        instruction.Operand = guarded;
    }

    // The same call, during which the thread may be woken.
    private MethodDefinition GuardedWait(MethodReference wait)
    {
        var method = new MethodDefinition(wait.Name, MethodAttributes.Assembly | MethodAttributes.Static | MethodAttributes.HideBySig, wait.ReturnType);
        if (wait.HasThis) method.Parameters.Add(new ParameterDefinition(wait.DeclaringType));
        foreach (var parameter in wait.Parameters) method.Parameters.Add(new ParameterDefinition(parameter.ParameterType));
        var body = method.Body;
        body.InitLocals = true;
        var waiter = new VariableDefinition(_module.TypeSystem.Object);
        body.Variables.Add(waiter);
        var hasResult = wait.ReturnType.MetadataType != MetadataType.Void;
        var result = new VariableDefinition(hasResult ? wait.ReturnType : _module.TypeSystem.Object);
        body.Variables.Add(result);

        var processor = body.GetILProcessor();
        var end = hasResult ? Instruction.Create(OpCodes.Ldloc, result) : Instruction.Create(OpCodes.Nop);
        processor.Emit(OpCodes.Call, _enter);
        processor.Emit(OpCodes.Stloc, waiter);
        var start = Instruction.Create(OpCodes.Nop);
        processor.Append(start);
        foreach (var parameter in method.Parameters) processor.Emit(OpCodes.Ldarg, parameter);
        processor.Emit(wait.HasThis ? OpCodes.Callvirt : OpCodes.Call, wait);
        if (hasResult) processor.Emit(OpCodes.Stloc, result);
        processor.Emit(OpCodes.Leave, end);
        var handler = Instruction.Create(OpCodes.Ldloc, waiter);
        processor.Append(handler);
        processor.Emit(OpCodes.Call, _leave);
        processor.Emit(OpCodes.Endfinally);
        processor.Append(end);
        processor.Emit(OpCodes.Ret);
        body.ExceptionHandlers.Add(new ExceptionHandler(ExceptionHandlerType.Finally) { TryStart = start, TryEnd = handler, HandlerStart = handler, HandlerEnd = end });
        body.OptimizeMacros();
        _type.Methods.Add(method);
        return method;
    }
}
