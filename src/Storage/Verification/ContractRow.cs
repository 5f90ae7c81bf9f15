namespace BillingActors.Storage.Verification;

/// <summary>A contract as its row has it.</summary>
internal readonly record struct ContractRow(
    string ContractId, string ServicePointId, string StartsOn, string? EndsOn);
