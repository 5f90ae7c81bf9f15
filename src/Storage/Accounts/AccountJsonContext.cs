using System.Text.Json.Serialization;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Budgets;
using BillingActors.Domain.Cash;
using BillingActors.Domain.Charging;
using BillingActors.Domain.Collections;
using BillingActors.Domain.Credits;
using BillingActors.Domain.Deposits;
using BillingActors.Domain.Disputes;
using BillingActors.Domain.Invoicing;
using BillingActors.Domain.Metering;
using BillingActors.Domain.Tax;
using BillingActors.Domain.Transfers;
using BillingActors.Storage.Json;

namespace BillingActors.Storage.Accounts;

/// <summary>How domain types are written: camel case, defaults left out, values as in <c>Storage.Json</c>.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    GenerationMode = JsonSourceGenerationMode.Metadata,
    IgnoreReadOnlyProperties = true,
    Converters =
    [
        typeof(InstantConverter),
        typeof(LocalDateConverter),
        typeof(PeriodConverter),
        typeof(CurrencyConverter),
        typeof(MoneyConverter),
        typeof(DecimalConverter),
        typeof(KebabCaseConverter<AccountStatus>),
        typeof(KebabCaseConverter<Direction>),
        typeof(KebabCaseConverter<ItemKind>),
        typeof(KebabCaseConverter<AdjustmentKind>),
        typeof(KebabCaseConverter<WriteOffKind>),
        typeof(KebabCaseConverter<TaxReason>),
        typeof(KebabCaseConverter<DisputeStage>),
        typeof(KebabCaseConverter<BlockKind>),
        typeof(KebabCaseConverter<PromiseStatus>),
        typeof(KebabCaseConverter<PlanStatus>),
        typeof(KebabCaseConverter<PlacementStatus>),
        typeof(KebabCaseConverter<NoticeDelivery>),
        typeof(KebabCaseConverter<ServiceOrderKind>),
        typeof(KebabCaseConverter<ServiceOrderStatus>),
        typeof(KebabCaseConverter<CashMethod>),
        typeof(KebabCaseConverter<CashReceiptState>),
        typeof(KebabCaseConverter<ReturnMeaning>),
        typeof(KebabCaseConverter<RefundState>),
        typeof(KebabCaseConverter<AppliedBy>),
        typeof(KebabCaseConverter<TransferScope>),
        typeof(KebabCaseConverter<TransferState>),
        typeof(KebabCaseConverter<DepositBasis>),
        typeof(KebabCaseConverter<DepositCause>),
        typeof(KebabCaseConverter<DepositMarkKind>),
        typeof(KebabCaseConverter<DepositDayCount>),
        typeof(KebabCaseConverter<DepositArrears>),
        typeof(AnnualDateConverter),
        typeof(KebabCaseConverter<BudgetKind>),
        typeof(KebabCaseConverter<SpendingCapPolicy>),
        typeof(KebabCaseConverter<UsageLimit>),
    ])]
[JsonSerializable(typeof(AccountEvent))]
[JsonSerializable(typeof(Account))]
[JsonSerializable(typeof(Invoice))]
internal sealed partial class AccountJsonContext : JsonSerializerContext;
