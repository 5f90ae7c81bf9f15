using BillingActors.Grains.Interfaces.Imports;

namespace BillingActors.Grains.Imports;

/// <summary>A payment on its way through a batch.</summary>
internal sealed class PaymentRow(ImportItem item, string commandId)
{
    public ImportItem Item { get; } = item;

    public PaymentEntry Entry { get; } = item.Payment!;

    /// <summary>The command that books it where it is the first of its account in a batch.</summary>
    public string CommandId { get; } = commandId;

    /// <summary>Whether it made something new.</summary>
    public bool IsStored { get; private set; }

    /// <summary>Why it cannot be entered, or null.</summary>
    public RecordProblem? Problem { get; private set; }

    public void Stored() => IsStored = true;

    public void Refuse(string field, string rule, string detail) =>
        Problem ??= new RecordProblem(Entry.Line, field, rule, detail);
}
