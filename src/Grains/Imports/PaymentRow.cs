using BillingActors.Grains.Interfaces.Imports;

namespace BillingActors.Grains.Imports;

/// <summary>A payment on its way through a batch.</summary>
internal sealed class PaymentRow(ImportItem item, string commandId)
{
    private bool _isNew;

    public ImportItem Item { get; } = item;

    public PaymentEntry Entry { get; } = item.Payment!;

    /// <summary>The command that books it where it is the first of its account in a batch.</summary>
    public string CommandId { get; } = commandId;

    /// <summary>Whether it made something new.</summary>
    public bool IsStored { get; private set; }

    /// <summary>Why it cannot be entered, or null.</summary>
    public RecordProblem? Problem { get; private set; }

    /// <summary>Says whether its decision makes something new; that counts once it is stored.</summary>
    public void Decided(bool isNew) => _isNew = isNew;

    public void Stored() => IsStored |= _isNew;

    public void Refuse(string field, string rule, string detail) =>
        Problem ??= new RecordProblem(Entry.Line, field, rule, detail);
}
