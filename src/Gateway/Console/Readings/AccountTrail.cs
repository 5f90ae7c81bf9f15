using System.Collections.Immutable;
using BillingActors.Gateway.Api;
using BillingActors.Grains.Interfaces.Accounts;
using BillingActors.Storage.Accounts;

namespace BillingActors.Gateway.Console.Readings;

/// <summary>Who did what to an account.</summary>
/// <param name="History">Its events, newest first.</param>
/// <param name="Notes">Looks and marks, newest first.</param>
/// <param name="Fault">Where its chain is broken; null when it holds.</param>
internal sealed record AccountTrail(
    ImmutableArray<AccountHistoryEntry> History, ImmutableArray<AuditEntryView> Notes, ChainFault? Fault);
