using System.Reflection;

namespace ActivationNotes.Kernel.Scripting;

/// <summary>
/// The compiled cells that hold checks. Each has a flag of its own; while it is raised, whatever thread comes to a check of that cell
/// ends with an exception there.
/// </summary>
internal sealed class CheckedCode
{
    private readonly Lock _lock = new();
    private readonly List<FieldInfo> _flags = [];
    private bool _isStopped;

    /// <summary>How many cells there are.</summary>
    public int Count
    {
        get
        {
            lock (_lock) return _flags.Count;
        }
    }

    /// <summary>Makes a compiled cell known; one without checks is left aside.</summary>
    public void Add(Assembly assembly)
    {
        if (assembly.GetType(CheckWeaver.TypeName) is not { } checks) return;
        checks.GetField(CheckWeaver.ReasonField)!.SetValue(null, new CellInterruptedException());
        var flag = checks.GetField(CheckWeaver.FlagField)!;
        lock (_lock)
        {
            _flags.Add(flag);
            if (_isStopped) flag.SetValue(null, true);
        }
    }

    /// <summary>Ends all code of cells, on every thread, at its next check.</summary>
    public void Stop()
    {
        lock (_lock)
        {
            _isStopped = true;
            foreach (var flag in _flags) flag.SetValue(null, true);
        }
    }

    /// <summary>Lets code of cells run again.</summary>
    /// <param name="first">The first of the cells that stay stopped; all others go on.</param>
    /// <param name="count">How many stay stopped.</param>
    public void Resume(int first, int count)
    {
        lock (_lock)
        {
            _isStopped = false;
            for (var index = 0; index < _flags.Count; index++)
            {
                if (index < first || index >= first + count) _flags[index].SetValue(null, false);
            }

            // Nobody can let them go on later.
            _flags.RemoveRange(first, Math.Min(count, _flags.Count - first));
        }
    }
}
