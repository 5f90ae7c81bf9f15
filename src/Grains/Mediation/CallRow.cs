using BillingActors.Domain.Primitives;
using BillingActors.Grains.Interfaces.Imports;

namespace BillingActors.Grains.Mediation;

/// <summary>A call record on its way through a batch.</summary>
internal sealed class CallRow(ImportItem item, ChargedParty? party)
{
    public ImportItem Item { get; } = item;

    public CallEntry Entry { get; } = item.Call!;

    /// <summary>Who is charged, or null.</summary>
    public ChargedParty? Party { get; } = party;

    /// <summary>Whether it was known before.</summary>
    public bool IsKnown { get; private set; }

    /// <summary>Why it cannot be taken, or null.</summary>
    public RecordProblem? Problem { get; private set; }

    public void Known() => IsKnown = true;

    public void Refuse(string field, Refusal refusal) =>
        Problem ??= new RecordProblem(Entry.Line, field, refusal.Code, refusal.Detail);
}
