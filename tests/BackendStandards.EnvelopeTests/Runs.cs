using BackendStandards.EnvelopeTests.Hosts;

namespace BackendStandards.EnvelopeTests;

/// <inheritdoc/>
public sealed class FormatInDevelopment(DevelopmentHost host) : FormatTests<DevelopmentHost>(host);

/// <inheritdoc/>
public sealed class FormatInProduction(ProductionHost host) : FormatTests<ProductionHost>(host);

/// <inheritdoc/>
public sealed class FormatOnNet9(Net9Host host) : FormatTests<Net9Host>(host);

/// <inheritdoc/>
public sealed class FormatOnNet8(Net8Host host) : FormatTests<Net8Host>(host);

/// <inheritdoc/>
public sealed class BadInputInDevelopment(DevelopmentHost host) : BadInputTests<DevelopmentHost>(host);

/// <inheritdoc/>
public sealed class BadInputInProduction(ProductionHost host) : BadInputTests<ProductionHost>(host);

/// <inheritdoc/>
public sealed class BadInputOnNet9(Net9Host host) : BadInputTests<Net9Host>(host);

/// <inheritdoc/>
public sealed class BadInputOnNet8(Net8Host host) : BadInputTests<Net8Host>(host);
