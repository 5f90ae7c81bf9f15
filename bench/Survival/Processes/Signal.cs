using System.Globalization;

namespace BillingActors.Survival.Processes;

/// <summary>A signal to a process, by its id.</summary>
internal sealed record Signal(string Name)
{
    /// <summary>Ends it at once, without a word.</summary>
    public static readonly Signal Kill = new("-KILL");

    /// <summary>Asks it to end.</summary>
    public static readonly Signal Terminate = new("-TERM");

    /// <summary>Asks PostgreSQL to end without waiting for its clients.</summary>
    public static readonly Signal Interrupt = new("-INT");

    /// <summary>Lets it stand still.</summary>
    public static readonly Signal Stop = new("-STOP");

    /// <summary>Lets it go on.</summary>
    public static readonly Signal Continue = new("-CONT");

    /// <summary>Sends it; a process that is gone already is no fault.</summary>
    public async Task Send(params int[] processIds)
    {
        if (processIds.Length == 0)
            return;
        var ids = processIds.Select(id => id.ToString(CultureInfo.InvariantCulture));
        await Command.Try("kill", [Name, .. ids], CancellationToken.None);
    }
}
