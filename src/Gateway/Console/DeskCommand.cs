using BillingActors.Storage.Audit;

namespace BillingActors.Gateway.Console;

/// <summary>What somebody does at the desk.</summary>
/// <param name="Permission">What it needs.</param>
/// <param name="Reason">Why, in the person's words.</param>
/// <param name="IsApproval">Whether the person must have logged in lately.</param>
internal sealed record DeskCommand(string Permission, string? Reason = null, bool IsApproval = false)
{
    /// <summary>
    /// Makes it safe to repeat: drawn when the form opens, kept when the person tries again, drawn anew for the next.
    /// </summary>
    public string Id { get; init; } = Fresh();

    /// <summary>What the audit trail says when it was done; null for what is in the history of an account.</summary>
    public (string Action, AuditSubject Subject)? Noted { get; init; }

    /// <summary>A fresh id.</summary>
    public static string Fresh() => "desk-" + Guid.NewGuid().ToString("N");
}
