using BillingActors.Grains.Interfaces.Imports;

namespace BillingActors.Formats.Text;

/// <summary>Makes the item for a record that cannot be used.</summary>
internal static class RejectedItem
{
    private const int RawMax = 4000;

    public static ImportItem Of(RecordProblem problem, string raw) =>
        new(Rejected: problem, Raw: raw.Length <= RawMax ? raw : raw[..RawMax]);
}
