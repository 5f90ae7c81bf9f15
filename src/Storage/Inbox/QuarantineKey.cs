using BillingActors.Storage.Reports;

namespace BillingActors.Storage.Inbox;

/// <summary>One row of the quarantine, if its legal entity is in the scope.</summary>
public sealed record QuarantineKey(string Namespace, long Id, EntityScope Scope);
