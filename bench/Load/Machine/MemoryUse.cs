namespace BillingActors.Load.Machine;

/// <summary>Memory of this process during some work.</summary>
/// <param name="ResidentBefore">Bytes that were resident before it.</param>
/// <param name="ResidentMost">The most bytes that were resident during it, looked at ten times a second.</param>
/// <param name="LiveMost">The most bytes of objects that a collection left.</param>
internal sealed record MemoryUse(long ResidentBefore, long ResidentMost, long LiveMost)
{
    private const double Mebibyte = 1024 * 1024;

    /// <summary>The most that was resident, in MiB.</summary>
    public double ResidentMostMebibytes => ResidentMost / Mebibyte;

    /// <summary>What was resident before, in MiB.</summary>
    public double ResidentBeforeMebibytes => ResidentBefore / Mebibyte;

    /// <summary>The most that a collection left, in MiB.</summary>
    public double LiveMostMebibytes => LiveMost / Mebibyte;
}
