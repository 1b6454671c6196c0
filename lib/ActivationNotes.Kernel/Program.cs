using System.Runtime.InteropServices;
using ActivationNotes.Kernel;
using ActivationNotes.Kernel.Protocol;
using ActivationNotes.Kernel.Scripting;

const string Usage = """
    The C# kernel of ActivationNotes. Jupyter clients start it; people seldom do.

    Usage: ActivationNotes.Kernel CONNECTION_FILE
           ActivationNotes.Kernel --connection-file CONNECTION_FILE

    CONNECTION_FILE  the JSON file in which the client says where to listen and how messages are signed.
    The folder it is started in is the notebook's: relative paths in cells start there.
    """;

switch (args)
{
    case ["--help" or "-h" or "-?"]:
        Console.WriteLine(Usage);
        return 0;
    case ["--connection-file", var path]:
        return Serve(path);
    case [var path] when !path.StartsWith('-'):
        return Serve(path);
    default:
        new Log(Console.Error).Write(Usage);
        return 2;
}

static int Serve(string path)
{
    var log = new Log(Console.Error);
    // The compiler's first use costs more than everything else at the start, so it begins before anybody asks.
    ScriptSession.StartWarmUp();
    try
    {
        using var stop = new CancellationTokenSource();
        using var termination = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context =>
        {
            context.Cancel = true;
            stop.Cancel();
        });
        ParentWatch.Start(Environment.GetEnvironmentVariable("JPY_PARENT_PID"), stop.Cancel);
        var host = new KernelHost(ConnectionInfo.Read(path), Directory.GetCurrentDirectory(), log.Write);
        host.Run(stop.Token);
        host.Dispose();
        return 0;
    }
    catch (Exception error) when (error is InvalidDataException or InvalidOperationException)
    {
        log.Write(error.Message);
        return 2;
    }
}
