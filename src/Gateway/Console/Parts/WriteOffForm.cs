namespace BillingActors.Gateway.Console.Parts;

/// <summary>A write-off as it is typed in.</summary>
internal sealed class WriteOffForm
{
    /// <summary>The write-off: drawn once per form, so that sending twice is writing off once.</summary>
    public string WriteOffId { get; set; } = "write-off-" + Guid.NewGuid().ToString("N")[..12];

    /// <summary>The command, kept with the form for the same reason.</summary>
    public string CommandId { get; set; } = DeskCommand.Fresh();

    /// <summary>Items that are given up.</summary>
    public List<string> ItemIds { get; set; } = [];

    /// <summary>small-balance or bad-debt.</summary>
    public string Kind { get; set; } = "bad-debt";

    /// <summary>Reason code.</summary>
    public string Code { get; set; } = "uncollectable";

    /// <summary>Why.</summary>
    public string Why { get; set; } = "";

    /// <summary>Draws both ids anew: another wish is another write-off.</summary>
    public void Change() =>
        (WriteOffId, CommandId) = ("write-off-" + Guid.NewGuid().ToString("N")[..12], DeskCommand.Fresh());
}
