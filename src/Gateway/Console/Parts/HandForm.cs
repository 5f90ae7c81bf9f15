namespace BillingActors.Gateway.Console.Parts;

/// <summary>Something done by hand to an account as it is typed in.</summary>
/// <param name="kind">What is done, as ids of it begin.</param>
public abstract class HandForm(string kind)
{
    /// <summary>Id of what it makes: drawn once per form, so that sending twice is doing it once.</summary>
    public string ActionId { get; set; } = FreshId(kind);

    /// <summary>The command, kept with the form for the same reason.</summary>
    public string CommandId { get; set; } = DeskCommand.Fresh();

    /// <summary>Why.</summary>
    public string Why { get; set; } = "";

    /// <summary>Draws both ids anew: another wish is another deed.</summary>
    public void Change() => (ActionId, CommandId) = (FreshId(kind), DeskCommand.Fresh());

    /// <summary>What is typed at this moment: what is asked and done is that, whatever is typed meanwhile.</summary>
    public HandForm Copy() => (HandForm)MemberwiseClone();

    /// <summary>Text as typed, or null where nothing was.</summary>
    protected static string? Typed(string text) => text.Trim() is { Length: > 0 } typed ? typed : null;

    private static string FreshId(string kind) => $"{kind}-{Guid.NewGuid().ToString("N")[..12]}";
}
