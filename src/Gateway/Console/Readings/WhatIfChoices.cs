using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Accounts;
using BillingActors.Grains.Interfaces.Tariffs.Lifecycle;

namespace BillingActors.Gateway.Console.Readings;

/// <summary>What a question about the past is made of.</summary>
/// <param name="Account">The account.</param>
/// <param name="Invoices">Its newest invoices.</param>
/// <param name="Tariffs">Published tariffs.</param>
/// <param name="Drafts">Drafts.</param>
public sealed record WhatIfChoices(
    AccountView Account,
    ImmutableArray<InvoiceRow> Invoices,
    ImmutableArray<TariffRow> Tariffs,
    ImmutableArray<TariffRow> Drafts);
