namespace BillingActors.Storage.Drafts;

/// <summary>Whose draft of which form.</summary>
/// <param name="PersonId">Who types.</param>
/// <param name="Form">The form and what it is about, such as "payment/E1/A1".</param>
public sealed record DraftKey(string PersonId, string Form)
{
    /// <summary>What the envelope belongs to.</summary>
    internal string Place => $"draft/{PersonId}/{Form}";
}
