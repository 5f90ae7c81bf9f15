using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Accounts;

/// <summary>Recognises a command that came before: the same id with the same content had its effect already.</summary>
public static class CommandReplay
{
    /// <summary>
    /// Whether the receipt belongs to this very command; the same id with another content is refused.
    /// </summary>
    public static (bool IsReplay, Refusal? Refusal) Check(CommandReceipt? receipt, string requestHash) =>
        receipt is null ? (false, null)
        : receipt.RequestHash == requestHash ? (true, null)
        : (false, Refusals.IdReused);
}
