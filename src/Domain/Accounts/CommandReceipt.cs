namespace BillingActors.Domain.Accounts;

/// <summary>What a command left behind, so that its repetition gets the same answer.</summary>
/// <param name="CommandId">Id of the command.</param>
/// <param name="RequestHash">Hash of its content: the same id with another content is refused.</param>
/// <param name="Version">Version of the account after it.</param>
/// <param name="Reference">What it made: a contract, charge or document id; null where nothing has an id.</param>
public sealed record CommandReceipt(string CommandId, string RequestHash, long Version, string? Reference);
