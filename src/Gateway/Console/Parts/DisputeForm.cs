namespace BillingActors.Gateway.Console.Parts;

/// <summary>A dispute as it is typed in.</summary>
internal sealed class DisputeForm
{
    /// <summary>The dispute: drawn once per form, so that opening twice is opening once.</summary>
    public string DisputeId { get; set; } = "dispute-" + Guid.NewGuid().ToString("N")[..12];

    /// <summary>The command, kept with the form for the same reason.</summary>
    public string CommandId { get; set; } = DeskCommand.Fresh();

    /// <summary>What it is about.</summary>
    public string ItemId { get; set; } = "";

    /// <summary>Line of the invoice, from 1; null for all of it.</summary>
    public int? Line { get; set; }

    /// <summary>How much, as typed; empty for all that is open.</summary>
    public string Amount { get; set; } = "";

    /// <summary>The reason's code.</summary>
    public string Reason { get; set; } = "";

    /// <summary>The customer's words.</summary>
    public string Why { get; set; } = "";
}
