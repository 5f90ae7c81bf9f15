using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Imports;

namespace BillingActors.Storage.Tests.Privacy;

/// <summary>
/// Records of a file of customers and contracts, and the texts in them that nobody may read in a dump.
/// </summary>
internal static class ContractFiles
{
    public const string Name = "Zoë Ångström-O'Neill";
    public const string Phone = "+61 2 5550 0199";
    public const string Email = "zoe.angstrom@example.org";
    public const string Street = "17 Müller & Sons Lane";

    /// <summary>Every personal text of the file.</summary>
    public static readonly ImmutableArray<string> Personal = [Name, Phone, Email, Street];

    /// <summary>A record that a file can be read into.</summary>
    public static ImportItem Good(int line) => new(Contract: new ContractEntry(
        "E1", $"C-{line}", Name, Email, Phone, Street, $"A-{line}", "monthly", 14, $"K-{line}", "flat",
        new DateOnly(2025, 1, 1), null, $"SP-{line}", $"M-{line}", "interval", "E1", "kWh", "import", 30, 600, 0, 1m,
        line));

    /// <summary>A line that is no record, as it stood.</summary>
    public static ImportItem Bad(int line) => new(
        Rejected: new RecordProblem(line, "terms_days", "number-invalid", "is no whole number from 0 to 365"),
        Raw: $"E1,C-{line},\"{Name}\",{Email},{Phone},\"{Street}\",A-{line},monthly,soon");
}
