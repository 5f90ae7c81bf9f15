using System.Text.Json.Serialization;
using BillingActors.Grains.Interfaces.Metering;

namespace BillingActors.Grains.Interfaces.Imports;

/// <summary>What a reader of a format yields, one record after the other: exactly one of the members is set.</summary>
/// <param name="Day">A day of interval values.</param>
/// <param name="Read">A register read.</param>
/// <param name="Contract">A row of customers and contracts.</param>
/// <param name="Rejected">
/// A record that cannot be used, though the file as a whole can; it becomes a row of the worklist.
/// </param>
/// <param name="Raw">The rejected record as it stood in the file, at most 4,000 characters.</param>
/// <param name="Payment">Money that came in.</param>
/// <param name="Call">A call record.</param>
/// <param name="File">What a file of call records says of itself, at its end; no record of it.</param>
[GenerateSerializer, Immutable, Alias("import-item")]
public sealed record ImportItem(
    [property: Id(0)] ChannelDay? Day = null,
    [property: Id(1)] MeterRead? Read = null,
    [property: Id(2)] ContractEntry? Contract = null,
    [property: Id(3)] RecordProblem? Rejected = null,
    [property: Id(4)] string? Raw = null,
    [property: Id(5)] PaymentEntry? Payment = null,
    [property: Id(6)] CallEntry? Call = null,
    [property: Id(7)] CallFile? File = null)
{
    /// <summary>Line of the file the record came from.</summary>
    [JsonIgnore]
    public int Line =>
        Day?.Line ?? Read?.Line ?? Contract?.Line ?? Payment?.Line ?? Call?.Line ?? Rejected?.Line ?? 0;

    /// <summary>The legal entity it names, if it names one.</summary>
    [JsonIgnore]
    public string? EntityId => Contract?.EntityId ?? Payment?.EntityId ?? PartOf(Call?.Party, 0);

    /// <summary>The account it names, if it names one.</summary>
    [JsonIgnore]
    public string? AccountId => Contract?.AccountId ?? Payment?.AccountId ?? PartOf(Call?.Party, 1);

    private static string? PartOf(string? party, int place) =>
        party?.Split('/') is { Length: > 1 } parts ? parts[place] : null;
}
