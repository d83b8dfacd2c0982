namespace Storefront.Violations.Data;

// What is sent and bound as it is, on purpose.
[AttributeUsage(AttributeTargets.Class)]
public sealed class ApiContractAttribute : Attribute;
