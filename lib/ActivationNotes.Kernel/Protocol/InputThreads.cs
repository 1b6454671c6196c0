using System.Reflection;
using NetMQ;

namespace ActivationNotes.Kernel.Protocol;

/// <summary>
/// The threads of NetMQ that read what peers send. One that meets bytes it does not expect, such as a property of negative length in a
/// handshake, ends with an exception, and with it all connections: NetMQ 4.0.4.5 does not catch it. Here its work goes on in a new thread;
/// the connection that sent the bytes is read no more.
/// </summary>
internal static class InputThreads
{
    private const BindingFlags Hidden = BindingFlags.Instance | BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public;

    /// <summary>Called on a thread that ends with an exception nobody caught.</summary>
    /// <param name="failure">The exception.</param>
    /// <param name="log">Takes what an administrator may want to know.</param>
    /// <returns>Whether it was such a thread, whose work now goes on.</returns>
    public static bool Revive(Exception failure, Action<string> log)
    {
        foreach (var proactor in Proactors())
        {
            var worker = proactor.GetType().GetField("m_worker", Hidden)!;
            if (worker.GetValue(proactor) != Thread.CurrentThread) continue;
            log($"A peer sent what is no ZMTP, and its connection is read no more: {failure.GetType()}: {failure.Message}");
            var loop = proactor.GetType().GetMethod("Loop", Hidden)!.CreateDelegate<Action>(proactor);
            var next = new Thread(() => loop()) { Name = Thread.CurrentThread.Name, IsBackground = true };
            worker.SetValue(proactor, next);
            next.Start();
            return true;
        }

        return false;
    }

    private static List<object> Proactors()
    {
        if (typeof(NetMQConfig).GetField("s_ctx", Hidden)?.GetValue(null) is not { } context) return [];
        if (context.GetType().GetField("m_ioThreads", Hidden)?.GetValue(context) is not System.Collections.IEnumerable threads) return [];
        return [.. threads.Cast<object>().Select(thread => thread.GetType().GetField("m_proactor", Hidden)!.GetValue(thread)!)];
    }
}
