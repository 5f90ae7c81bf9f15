using Microsoft.Extensions.Options;

namespace BillingActors.Gateway.Mail;

/// <summary>Refuses settings that cannot work, at the start and with their rule.</summary>
internal sealed class MailOptionsCheck : IValidateOptions<MailOptions>
{
    public ValidateOptionsResult Validate(string? name, MailOptions options) => options.Broken is { } broken
        ? ValidateOptionsResult.Fail($"{MailOptions.Section}: {broken}")
        : ValidateOptionsResult.Success;
}
