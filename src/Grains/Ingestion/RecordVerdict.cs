namespace BillingActors.Grains.Ingestion;

/// <summary>
/// What became of a delivered record: applied, known before, or refused with a code; what is refused goes to quarantine
/// where it is seen, and can be driven again.
/// </summary>
internal sealed record RecordVerdict(RecordFate Fate, string Code = "", string Detail = "")
{
    /// <summary>The record had its effect now.</summary>
    public static RecordVerdict Applied { get; } = new(RecordFate.Applied);

    /// <summary>The record had its effect before.</summary>
    public static RecordVerdict Duplicate { get; } = new(RecordFate.Duplicate);

    /// <summary>The record has no effect; a person has to look at it.</summary>
    public static RecordVerdict Refused(string code, string detail) => new(RecordFate.Refused, code, detail);
}
