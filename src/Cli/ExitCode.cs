namespace BillingActors.Cli;

/// <summary>What the program answers to the shell.</summary>
internal static class ExitCode
{
    public const int Ok = 0;
    public const int Error = 1;

    /// <summary>It finished, and something waits for a person: a rejected record, a held account.</summary>
    public const int Exceptions = 2;

    /// <summary>Refused: an approval or a permission is needed first, or what was given cannot be rated.</summary>
    public const int Refused = 3;

    public const int Usage = 4;

    /// <summary>Nobody answers at the address.</summary>
    public const int Unreachable = 5;
}
